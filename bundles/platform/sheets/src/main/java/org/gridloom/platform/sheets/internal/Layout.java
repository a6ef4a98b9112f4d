package org.gridloom.platform.sheets.internal;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gridloom.platform.sheet.SheetColumn;
import org.gridloom.platform.sheet.SheetDefinition;
import org.gridloom.platform.sheets.internal.table.FileRefused;
import org.gridloom.platform.sheets.internal.table.RawTable;

/**
 * Where a file keeps what: the row of its headers, below whatever titles, and which column each of them means. A header
 * of two rows is one whose upper row names groups of columns.
 *
 * @param headerRow last row of the header; 0 where there is none
 * @param width columns of the header
 * @param headers what stands at the head of each column
 * @param columns what each column means: a column's key, {@link #ASIDE} to be left aside, null where nobody knows
 * @param titles what stands above the headers
 */
record Layout(int headerRow, int width, List<String> headers, List<String> columns, Titles titles) {

    static final String ASIDE = "";
    /** Header of the column that an annotated copy has more. */
    static final Set<String> REMARKS = Set.of("校验结果", "problems");

    private static final Set<String> RUNNING_NUMBERS = Set.of("序号", "编号序号", "行号", "no.", "no", "#");
    private static final int LOOKED_AT = 20;
    private static final Pattern DECORATION = Pattern.compile("[\\s*:]|\\((必填|选填|required)\\)");

    /** @param remembered what the user has said of headers, by {@link #plain} */
    static Layout of(SheetDefinition list, Map<String, String> remembered, RawTable table) throws IOException {
        List<Integer> numbers = new ArrayList<>();
        List<String[]> rows = new ArrayList<>();
        try {
            table.each((number, cells) -> {
                if (!isBlank(cells)) {
                    numbers.add(number);
                    rows.add(cells);
                }
                return rows.size() < LOOKED_AT && number < LOOKED_AT * LOOKED_AT;
            });
        } catch (FileRefused further) {
            // Told once more, in its place, when the rows are read.
            if (rows.isEmpty()) {
                throw further;
            }
        }
        return new Finder(list, remembered).find(numbers, rows);
    }

    static boolean isBlank(String[] cells) {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** A header as it is compared. */
    static String plain(String header) {
        String narrow = Normalizer.normalize(header, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return DECORATION.matcher(narrow).replaceAll("");
    }

    /** By column key, its place. */
    Map<String, Integer> places() {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i) != null && !columns.get(i).equals(ASIDE)) {
                places.putIfAbsent(columns.get(i), i);
            }
        }
        return places;
    }

    private static final class Finder {

        private final Map<String, String> known = new HashMap<>();

        Finder(SheetDefinition list, Map<String, String> remembered) {
            RUNNING_NUMBERS.forEach(name -> known.put(plain(name), ASIDE));
            REMARKS.forEach(name -> known.put(plain(name), ASIDE));
            for (SheetColumn column : list.columns()) {
                column.synonyms().forEach(name -> known.put(plain(name), column.key()));
            }
            for (SheetColumn column : list.columns()) {
                Stream.of(column.header().en(), column.header().zh(), column.key())
                        .forEach(name -> known.put(plain(name), column.key()));
            }
            known.put("", ASIDE);
            remembered.forEach((header, column) -> {
                if (column.equals(ASIDE) || list.column(column).isPresent()) {
                    known.put(header, column);
                }
            });
        }

        Layout find(List<Integer> numbers, List<String[]> rows) {
            Layout best = new Layout(0, 0, List.of(), List.of(), Titles.NONE);
            long most = 0;
            for (int i = 0; i < rows.size(); i++) {
                Titles titles = new Titles(numbers.subList(0, i), rows.subList(0, i));
                Layout single = layout(numbers.get(i), List.<String[]>of(rows.get(i)), titles);
                if (matches(single) > most) {
                    best = single;
                    most = matches(single);
                }
                if (i + 1 < rows.size() && isGrouped(rows.get(i), rows.get(i + 1))) {
                    Layout both = layout(numbers.get(i + 1), merged(rows.get(i), rows.get(i + 1)), titles);
                    if (matches(both) > most) {
                        best = both;
                        most = matches(both);
                    }
                }
            }
            return most == 0 && !rows.isEmpty()
                    ? layout(numbers.get(0), List.<String[]>of(rows.get(0)), Titles.NONE)
                    : best;
        }

        private static long matches(Layout layout) {
            return layout.places().size();
        }

        /** Whether the upper row can be names of groups: no title, and nothing that it knows has anything below it. */
        private boolean isGrouped(String[] upper, String[] lower) {
            if (Titles.say(upper, known.keySet())) {
                return false;
            }
            boolean gap = false;
            for (int i = 0; i < lower.length; i++) {
                String above = i < upper.length ? upper[i] : "";
                boolean known = !above.isBlank() && this.known.containsKey(plain(above));
                if (known && !lower[i].isBlank()) {
                    return false;
                }
                gap |= !known && !lower[i].isBlank();
            }
            return gap;
        }

        /** For each column the lower header, the upper one, and both together. */
        private static List<String[]> merged(String[] upper, String[] lower) {
            int width = Math.max(upper.length, lower.length);
            String[] low = new String[width];
            String[] both = new String[width];
            String group = "";
            for (int i = 0; i < width; i++) {
                String above = i < upper.length ? upper[i] : "";
                String below = i < lower.length ? lower[i] : "";
                group = above.isBlank() ? group : above;
                low[i] = below.isBlank() ? above : below;
                both[i] = below.isBlank() ? above : group + below;
            }
            return List.of(both, low);
        }

        private Layout layout(int number, List<String[]> candidates, Titles titles) {
            String[] last = candidates.get(candidates.size() - 1);
            int width = last.length;
            while (width > 0 && last[width - 1].isBlank()) {
                width--;
            }
            List<String> headers = new ArrayList<>();
            List<String> columns = new ArrayList<>();
            for (int i = 0; i < width; i++) {
                int place = i;
                String header = candidates.stream()
                        .map(names -> names[place])
                        .filter(name -> !name.isBlank() && known.containsKey(plain(name)))
                        .findFirst()
                        .orElse(last[i]);
                headers.add(Cells.stripped(header));
                columns.add(known.get(plain(header)));
            }
            return new Layout(number, width, headers, columns, titles);
        }
    }
}
