package org.gridloom.platform.rest;

import java.util.List;
import java.util.Set;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;

/**
 * Which part of a list is wanted, and in which order.
 *
 * @param page from 0
 * @param size 1 to {@link #MAX_SIZE}
 * @param sort field names, each with {@code -} before it for descending order; empty for the list's own order
 */
public record PageQuery(int page, int size, List<String> sort) {

    public static final int MAX_SIZE = 500;
    public static final int DEFAULT_SIZE = 50;
    private static final int MAX_OFFSET = 10_000_000;

    public PageQuery {
        sort = List.copyOf(sort);
        if (page < 0 || (long) page * size > MAX_OFFSET) {
            throw Problem.invalid("page", Text.of("页码应从 0 开始且不超出范围", "Must be 0 or more and within range"));
        }
        if (size < 1 || size > MAX_SIZE) {
            throw Problem.invalid("size", Text.of("每页 1 至 %d 条", "Must be 1 to %d", MAX_SIZE));
        }
    }

    /** Whether a part of so many records is the last, so that it tells how many there are in all. */
    public boolean endsWith(int records) {
        return records < size && (records > 0 || page == 0);
    }

    public static PageQuery first() {
        return new PageQuery(0, DEFAULT_SIZE, List.of());
    }

    /**
     * From query parameters.
     *
     * @param sort comma-separated fields, as in {@code name,-validFrom}; null for the list's own order
     * @param sortable fields that the list can be sorted by
     * @throws Problem {@link Problem.Kind#INVALID} for a value that is not allowed, naming what is
     */
    public static PageQuery of(Integer page, Integer size, String sort, Set<String> sortable) {
        List<String> fields = sort == null || sort.isBlank() ? List.of() : List.of(sort.split(","));
        for (String field : fields) {
            if (!sortable.contains(field.startsWith("-") ? field.substring(1) : field)) {
                throw Problem.invalid(
                        "sort",
                        Text.of(
                                "只能按以下字段排序:%s",
                                "Can be sorted by: %s",
                                String.join(", ", sortable.stream().sorted().toList())));
            }
        }
        return new PageQuery(page == null ? 0 : page, size == null ? DEFAULT_SIZE : size, fields);
    }

    public int offset() {
        return page * size;
    }
}
