package org.gridloom.organization;

import java.util.List;
import org.gridloom.platform.text.Text;

/**
 * A kind of unit within a level, told by the suffix of its code: {@code community} and {@code village}.
 *
 * @param code name in code
 * @param name label
 * @param suffixes ranges of suffixes that units of this kind may have, as in {@code 200-299}
 */
public record UnitKind(String code, Text name, List<String> suffixes) {

    public UnitKind {
        suffixes = List.copyOf(suffixes);
    }

    /** Whether a unit of this kind may have the suffix. */
    public boolean takes(String suffix) {
        return suffixes.stream()
                .map(range -> range.split("-"))
                .anyMatch(ends -> ends[0].compareTo(suffix) <= 0 && suffix.compareTo(ends[1]) <= 0);
    }
}
