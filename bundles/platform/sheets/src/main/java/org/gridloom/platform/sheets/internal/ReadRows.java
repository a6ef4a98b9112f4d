package org.gridloom.platform.sheets.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.SheetColumn;
import org.gridloom.platform.sheet.SheetColumn.Need;
import org.gridloom.platform.sheet.SheetDefinition;
import org.gridloom.platform.sheet.SheetFormat;
import org.gridloom.platform.sheet.SheetRow;
import org.gridloom.platform.sheet.SheetRows;
import org.gridloom.platform.sheets.internal.Titles.Said;
import org.gridloom.platform.sheets.internal.table.FileRefused;
import org.gridloom.platform.sheets.internal.table.RawTable;
import org.gridloom.platform.text.Text;

/** The rows of a file by the declaration of its list; collects what is wrong with them. */
final class ReadRows implements SheetRows {

    /** For what concerns the file as a whole. */
    static final String FILE = "file";

    private static final Pattern BELOW =
            Pattern.compile("(填报|填表|制表|报送|审核|审批|负责人|经办人|联系人|日期|说明|备注|注)[^:]{0,8}:.*|(合计|总计|小计)\\s*:?");

    private final SheetDefinition list;
    private final RawTable table;
    private final Layout layout;
    private final int mostRows;
    private final FaultLog log;
    private final Map<String, Integer> places;
    private final Map<String, Integer> keys;
    private final int[] placeOf;
    private final Map<String, Said> above = new HashMap<>();
    private final Set<String> toldAbove = new HashSet<>();
    private final List<Violation> violations = new ArrayList<>();
    private final List<Violation> warnings = new ArrayList<>();
    private int faults;
    private int read;

    /** @param log takes every fault, null where nobody asks for them all */
    ReadRows(SheetDefinition list, RawTable table, Layout layout, int mostRows, FaultLog log) {
        this.list = list;
        this.table = table;
        this.layout = layout;
        this.mostRows = Math.min(mostRows, list.maxRows());
        this.log = log;
        places = layout.places();
        keys = new HashMap<>();
        placeOf = new int[list.columns().size()];
        for (int i = 0; i < placeOf.length; i++) {
            String key = list.columns().get(i).key();
            keys.put(key, i);
            placeOf[i] = places.getOrDefault(key, -1);
            if (list.columns().get(i).above()) {
                layout.titles().of(list.columns().get(i)).ifPresent(said -> above.put(key, said));
            }
        }
    }

    /** Whether there are headers and every column that is needed; what is wrong with them is told. */
    boolean checkHeaders() {
        if (layout.headerRow() == 0) {
            add(1, FILE, Text.of("文件没有表头行", "The file has no row of headers"));
            return false;
        }
        for (int i = 0; i < layout.width(); i++) {
            String column = layout.columns().get(i);
            if (column == null) {
                add(layout.headerRow(), header(i), Text.of("不认识的列,可用的列:%s", "Unknown column; known are %s", known()));
            } else if (!column.equals(Layout.ASIDE) && places.get(column) != i) {
                add(layout.headerRow(), header(i), Text.of("同一列出现两次", "The column is there twice"));
            }
        }
        List<SheetColumn> missing = list.columns().stream()
                .filter(column -> column.need() != Need.OPTIONAL
                        && !places.containsKey(column.key())
                        && !above.containsKey(column.key()))
                .toList();
        missing.forEach(column -> add(layout.headerRow(), column.key(), missing(column)));
        return missing.isEmpty();
    }

    private static Text missing(SheetColumn column) {
        return column.above()
                ? Text.of(
                        "缺少列「%2$s」(或 %1$s)，表头上方也没有“%2$s：…”",
                        "The column %s (or %s) is missing, and the titles do not say \"%2$s: …\" either",
                        column.key(),
                        column.header().zh())
                : Text.of(
                        "缺少列「%2$s」(或 %1$s)",
                        "The column %s (or %s) is missing",
                        column.key(),
                        column.header().zh());
    }

    private String known() {
        return list.columns().stream()
                .map(column -> column.key() + "/" + column.header().zh())
                .collect(Collectors.joining(", "));
    }

    private String header(int place) {
        String plain = layout.headers().get(place).replaceAll("\\p{Cntrl}", "");
        return plain.isEmpty() ? "#" + (place + 1) : plain.substring(0, Math.min(plain.length(), 40));
    }

    @Override
    public void each(Consumer<SheetRow> work) {
        try {
            table.each((number, cells) -> take(number, cells, work));
        } catch (FileRefused unreadable) {
            add(unreadable.row(), FILE, unreadable.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean take(int number, String[] cells, Consumer<SheetRow> work) {
        if (number <= layout.headerRow() || Layout.isBlank(cells) || isBelow(cells)) {
            return true;
        }
        if (++read > mostRows) {
            add(number, FILE, Text.of("最多 %d 行,请分批导入", "At most %d rows: import in parts", mostRows));
            return false;
        }
        Row row = new Row(number);
        if (isWide(cells, row)) {
            row.check(cells);
            work.accept(row);
        }
        return true;
    }

    /** Who filled the list in, and sums: below the rows, where what is needed is not. */
    private boolean isBelow(String[] cells) {
        String first = "";
        for (int i = 0; i < cells.length && first.isEmpty(); i++) {
            first = Cells.narrow(Cells.stripped(cells[i]));
        }
        if (!BELOW.matcher(first).matches()) {
            return false;
        }
        for (int i = 0; i < placeOf.length; i++) {
            if (list.columns().get(i).need() == Need.CELLS
                    && cell(cells, placeOf[i]).isBlank()) {
                return true;
            }
        }
        return false;
    }

    private static String cell(String[] cells, int place) {
        return place < 0 || place >= cells.length ? "" : cells[place];
    }

    /** In CSV each row has as many cells as the header; in a workbook none stands beside the headers. */
    private boolean isWide(String[] cells, Row row) {
        if (table.format() == SheetFormat.CSV && cells.length < layout.width()) {
            return misshapen(cells, row);
        }
        for (int i = 0; i < cells.length; i++) {
            boolean headless = i >= layout.width() || layout.headers().get(i).isEmpty();
            if (headless && !cells[i].isBlank()) {
                return misshapen(cells, row);
            }
        }
        return true;
    }

    private boolean misshapen(String[] cells, Row row) {
        add(
                row.number,
                FILE,
                Text.of("该行有 %d 列,表头有 %d 列", "The row has %d columns, the header %d", cells.length, layout.width()));
        return false;
    }

    private void add(int row, String field, Text message) {
        faults++;
        if (violations.size() < ImportReport.MAX_VIOLATIONS) {
            violations.add(Violation.of(field, row, message));
        }
        if (log != null) {
            log.add(row, -1, message);
        }
    }

    @Override
    public void fault(int row, String column, Text message) {
        int place = places.getOrDefault(column, -1);
        faults++;
        if (violations.size() < ImportReport.MAX_VIOLATIONS) {
            violations.add(Violation.of(place < 0 ? column : header(place), row, message));
        }
        if (log != null) {
            log.add(row, place, message);
        }
    }

    @Override
    public void warn(int row, String column, Text message) {
        if (warnings.size() < ImportReport.MAX_VIOLATIONS) {
            int place = places.getOrDefault(column, -1);
            warnings.add(Violation.of(place < 0 ? column : header(place), row, message));
        }
    }

    @Override
    public int faults() {
        return faults;
    }

    @Override
    public int read() {
        return read;
    }

    @Override
    public String sha256() {
        try {
            return table.sha256();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ImportReport report(boolean dryRun, int created, int updated, int unchanged) {
        boolean accepted = faults == 0;
        return new ImportReport(
                dryRun,
                read,
                accepted ? created : 0,
                accepted ? updated : 0,
                accepted ? unchanged : 0,
                byRow(violations),
                byRow(warnings));
    }

    private static List<Violation> byRow(List<Violation> some) {
        return some.stream().sorted(Comparator.comparing(Violation::row)).toList();
    }

    private final class Row implements SheetRow {

        private final int number;
        private final String[] values = new String[placeOf.length];
        private BitSet fromAbove;
        private BitSet faulty;

        Row(int number) {
            this.number = number;
        }

        void check(String[] cells) {
            for (int i = 0; i < placeOf.length; i++) {
                SheetColumn column = list.columns().get(i);
                String own = Cells.stripped(cell(cells, placeOf[i]));
                Said said = own.isEmpty() ? above.get(column.key()) : null;
                if (said != null) {
                    takeFromAbove(i);
                }
                Cells.Checked checked = Cells.check(column, said == null ? own : said.words());
                values[i] = checked.value();
                if (checked.fault() != null) {
                    fault(column.key(), checked.fault());
                } else if (checked.value() == null && column.need() == Need.CELLS) {
                    fault(
                            column.key(),
                            Text.of(
                                    "%s不能为空",
                                    "%2$s must not be blank",
                                    column.header().zh(),
                                    column.header().en()));
                }
            }
        }

        private void takeFromAbove(int place) {
            if (fromAbove == null) {
                fromAbove = new BitSet(placeOf.length);
            }
            fromAbove.set(place);
        }

        @Override
        public int number() {
            return number;
        }

        @Override
        public String text(String column) {
            return values[keys.get(column)];
        }

        @Override
        public String needed(String column) {
            String text = text(column);
            if (text == null) {
                fault(column, Text.of("不能为空", "Must not be blank"));
            }
            return text;
        }

        @Override
        public Integer whole(String column) {
            return text(column) == null ? null : Integer.valueOf(text(column));
        }

        @Override
        public BigDecimal decimal(String column) {
            return text(column) == null ? null : new BigDecimal(text(column));
        }

        @Override
        public LocalDate date(String column) {
            return text(column) == null ? null : LocalDate.parse(text(column));
        }

        @Override
        public Boolean yes(String column) {
            return text(column) == null ? null : Boolean.valueOf(text(column));
        }

        @Override
        public List<String> list(String column) {
            return text(column) == null
                    ? List.of()
                    : Arrays.stream(text(column).split("[;；]"))
                            .map(Cells::stripped)
                            .filter(part -> !part.isEmpty())
                            .toList();
        }

        @Override
        public void fault(String column, Text message) {
            int place = keys.getOrDefault(column, placeOf.length);
            if (faulty == null) {
                faulty = new BitSet(placeOf.length + 1);
            }
            if (!faulty.get(place)) {
                faulty.set(place);
                tell(place, column, message);
            }
        }

        /** What stands above is told there, and once. */
        private void tell(int place, String column, Text message) {
            if (fromAbove == null || !fromAbove.get(place)) {
                ReadRows.this.fault(number, column, message);
            } else if (toldAbove.add(column + message.en())) {
                ReadRows.this.fault(above.get(column).row(), column, message);
            }
        }

        @Override
        public boolean isFaulty() {
            return faulty != null;
        }
    }
}
