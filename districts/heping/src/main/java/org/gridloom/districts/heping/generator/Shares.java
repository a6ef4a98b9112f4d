package org.gridloom.districts.heping.generator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Divides a total into whole shares that add up to it exactly. */
final class Shares {

    private Shares() {}

    /**
     * One share for each weight: its proportion of the total, rounded down or up so that no prefix of the shares strays
     * by more than one from its exact proportion.
     */
    static List<Integer> of(int total, List<Integer> weights) {
        int[] upTo = weights.stream().mapToInt(Integer::intValue).toArray();
        Arrays.parallelPrefix(upTo, Integer::sum);
        int all = upTo[upTo.length - 1];
        return IntStream.range(0, upTo.length)
                .mapToObj(i -> rounded(total, upTo[i], all) - (i == 0 ? 0 : rounded(total, upTo[i - 1], all)))
                .toList();
    }

    /** As {@link #of}, at least one for each weight. */
    static List<Integer> atLeastOne(int total, List<Integer> weights) {
        return of(total - weights.size(), weights).stream()
                .map(share -> share + 1)
                .toList();
    }

    /** The list in parts that follow each other, as equal as can be. */
    static <T> List<List<T>> evenly(List<T> list, int parts) {
        List<List<T>> divided = new ArrayList<>();
        int from = 0;
        for (int size : of(list.size(), Collections.nCopies(parts, 1))) {
            divided.add(list.subList(from, from + size));
            from += size;
        }
        return divided;
    }

    private static int rounded(int total, int part, int all) {
        return (int) ((long) total * part / all);
    }
}
