package org.gridloom.platform.sheets.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gridloom.platform.sheet.SheetColumn;

/**
 * What stands above the headers of a file: titles, and what holds for all of its rows.
 *
 * @param numbers of the rows, as the user counts
 * @param rows their cells
 */
record Titles(List<Integer> numbers, List<String[]> rows) {

    static final Titles NONE = new Titles(List.of(), List.of());

    /** Does not begin with a digit, unlike the time of a day. */
    private static final String NAME = "[^\\s:：\\d][^\\s:：]{0,39}";

    /** A name, a colon, and what is said up to the next name or a wide gap. */
    private static final Pattern SAID =
            Pattern.compile("(" + NAME + ")\\s*[:：]\\s*(.*?)(?=\\s{2,}|\\R|\\s+" + NAME + "\\s*[:：]|$)");

    /**
     * What is said of a column.
     *
     * @param row where
     * @param words not empty
     */
    record Said(int row, String words) {}

    Optional<Said> of(SheetColumn column) {
        List<String> names = Stream.concat(
                        Stream.of(column.header().zh(), column.header().en(), column.key()), column.synonyms().stream())
                .map(Layout::plain)
                .toList();
        for (int i = 0; i < rows.size(); i++) {
            String words = words(rows.get(i), names);
            if (!words.isEmpty()) {
                return Optional.of(new Said(numbers.get(i), words));
            }
        }
        return Optional.empty();
    }

    /** Whether a cell says something of one of the names. */
    static boolean say(String[] cells, Set<String> names) {
        return Arrays.stream(cells)
                .flatMap(cell -> SAID.matcher(Cells.stripped(cell)).results())
                .anyMatch(said -> !said.group(2).isBlank() && names.contains(Layout.plain(said.group(1))));
    }

    private static String words(String[] cells, List<String> names) {
        for (int i = 0; i < cells.length; i++) {
            String cell = Cells.stripped(cells[i]);
            if (names.contains(Layout.plain(cell))) {
                return next(cells, i);
            }
            Matcher said = SAID.matcher(cell);
            while (said.find()) {
                if (names.contains(Layout.plain(said.group(1)))) {
                    String words = Cells.stripped(said.group(2));
                    return words.isEmpty() ? next(cells, i) : words;
                }
            }
        }
        return "";
    }

    /** The first cell behind one that says something. */
    private static String next(String[] cells, int place) {
        for (int i = place + 1; i < cells.length; i++) {
            String cell = Cells.stripped(cells[i]);
            if (!cell.isEmpty()) {
                return cell;
            }
        }
        return "";
    }
}
