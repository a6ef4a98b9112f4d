package org.gridloom.platform.rest;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * A part of a list.
 *
 * @param items the part's records, in a stable order
 * @param page number of the part, from 0
 * @param size records asked for
 * @param total records in the whole list
 * @param atLeast whether there may be more than {@code total}: what a search finds is counted up to a bound only. Never
 *     for a list that a figure points to.
 */
public record Page<T>(List<T> items, int page, int size, long total, boolean atLeast) {

    public static <T> Page<T> of(List<T> items, PageQuery query, long total) {
        return new Page<>(List.copyOf(items), query.page(), query.size(), total, false);
    }

    /**
     * A part of a list that is counted only where the part does not tell it.
     *
     * @param total counts the whole list
     */
    public static <T> Page<T> of(List<T> items, PageQuery query, LongSupplier total) {
        boolean told = query.endsWith(items.size());
        return of(items, query, told ? (long) query.offset() + items.size() : total.getAsLong());
    }

    /** A part of a list that holds so many records or more. */
    public static <T> Page<T> atLeast(List<T> items, PageQuery query, long total) {
        return new Page<>(List.copyOf(items), query.page(), query.size(), total, true);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> mapper) {
        return new Page<>(items.stream().<R>map(mapper).toList(), page, size, total, atLeast);
    }
}
