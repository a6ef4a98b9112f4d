package org.gridloom.platform.persistence.internal.count;

import java.util.ArrayList;
import java.util.List;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitScope;

/**
 * How codes are gathered in tiles. The tile of a code at grade g is its first 3·g digits. What is counted under a code
 * stands in a tile of each grade that is shorter than the code, and once more, as the code's own, at the first grade
 * that holds the whole code. So a subtree of any size is the sum of a few tiles, whatever the layout of the codes.
 */
final class Tiles {

    private static final int WIDTH = 3;
    private static final char AFTER_ALL_DIGITS = 'z';

    private Tiles() {}

    /** The first grade that holds the whole code. */
    static int grade(String code) {
        return (code.length() + WIDTH - 1) / WIDTH;
    }

    /** Length of the tiles of a grade. */
    static int length(int grade) {
        return grade * WIDTH;
    }

    static String tile(String code, int grade) {
        return code.substring(0, Math.min(code.length(), length(grade)));
    }

    /**
     * Tiles of one grade from one (inclusive) to another (exclusive). They hold all codes in between but for the first,
     * where that is a code shorter than the tiles of the grade above.
     */
    record Segment(int grade, String from, String to) {

        /** Whether what is counted under the code {@code from} itself stands at a coarser grade only. */
        boolean beginsWithCoarser() {
            return stem(from) == from.length() && Tiles.grade(from) < grade;
        }
    }

    /** The scope, laid out in tiles as large as fit. */
    static List<Segment> of(UnitScope scope) {
        List<Segment> segments = new ArrayList<>();
        for (CodeRange range : scope.ranges()) {
            lay(range.from(), range.to(), 0, segments);
        }
        return segments;
    }

    private static void lay(String from, String to, int grade, List<Segment> segments) {
        int length = length(grade);
        String first = stem(from) <= length ? from : from.substring(0, length) + AFTER_ALL_DIGITS;
        String last = stem(to) <= length ? to : to.substring(0, length);
        if (first.compareTo(last) >= 0) {
            lay(from, to, grade + 1, segments);
            return;
        }
        if (!first.equals(from)) {
            lay(from, first, grade + 1, segments);
        }
        segments.add(new Segment(grade, first, last));
        if (!last.equals(to)) {
            lay(last, to, grade + 1, segments);
        }
    }

    /** Number of digits, without the letter that stands after all of them. */
    private static int stem(String bound) {
        int end = bound.length() - 1;
        return end >= 0 && bound.charAt(end) == AFTER_ALL_DIGITS ? end : end + 1;
    }
}
