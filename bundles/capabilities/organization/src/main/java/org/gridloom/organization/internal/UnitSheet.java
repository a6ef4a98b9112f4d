package org.gridloom.organization.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.gridloom.organization.UnitKind;
import org.gridloom.organization.UnitLevel;
import org.gridloom.organization.internal.domain.CodeLayout;
import org.gridloom.organization.internal.store.ImportRow;
import org.gridloom.organization.internal.store.UnitDetails;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.unit.CodeRange;

/** A table of units: which column is which, and what is wrong with a row in itself. */
final class UnitSheet {

    /** A column, with the headers that name it. */
    enum Column {
        CODE(true, "code", "编码"),
        PARENT(true, "parent", "上级编码"),
        LEVEL(true, "level", "层级"),
        NAME(true, "name", "名称"),
        KIND(false, "kind", "类别"),
        VALID_FROM(false, "validFrom", "起始日期"),
        HOUSEHOLDS(false, "households", "户数"),
        RESIDENTS(false, "residents", "人口数"),
        EXTENT(false, "extent", "范围"),
        NOTE(false, "note", "备注");

        private final boolean needed;
        private final List<String> headers;

        Column(boolean needed, String... headers) {
            this.needed = needed;
            this.headers = List.of(headers);
        }
    }

    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern CODE = Pattern.compile("[0-9]{1," + CodeLayout.MAX_LENGTH + "}");
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);
    private static final int MAX_NAME = 100;
    private static final int MAX_TEXT = 500;
    private static final int MAX_COUNT = 100_000_000;

    private final CodeLayout layout;
    private final ImportFaults faults;
    private final Map<Column, Integer> places = new EnumMap<>(Column.class);
    private final CSVRecord header;

    UnitSheet(CodeLayout layout, ImportFaults faults, CSVRecord header) {
        this.layout = layout;
        this.faults = faults;
        this.header = header;
        for (int i = 0; i < header.size(); i++) {
            place(header.get(i).strip(), i);
        }
        for (Column column : Column.values()) {
            if (column.needed && !places.containsKey(column)) {
                faults.add(
                        1,
                        column.headers.get(0),
                        Text.of(
                                "缺少列「%2$s」(或 %1$s)",
                                "The column %s (or %s) is missing", column.headers.get(0), column.headers.get(1)));
            }
        }
    }

    private void place(String name, int index) {
        Optional<Column> column = Arrays.stream(Column.values())
                .filter(each -> each.headers.stream().anyMatch(name::equalsIgnoreCase))
                .findFirst();
        if (column.isEmpty()) {
            faults.add(
                    1,
                    shown(name, index),
                    Text.of(
                            "不认识的列,可用的列:%s",
                            "Unknown column; known are %s",
                            Arrays.stream(Column.values())
                                    .map(each -> String.join("/", each.headers))
                                    .collect(Collectors.joining(", "))));
        } else if (places.putIfAbsent(column.get(), index) != null) {
            faults.add(1, name, Text.of("同一列出现两次", "The column is there twice"));
        } else {
            faults.call(column.get().headers.get(0), name);
        }
    }

    private static String shown(String name, int index) {
        String plain = name.replaceAll("\\p{Cntrl}", "");
        return plain.isEmpty() ? "#" + (index + 1) : plain.substring(0, Math.min(plain.length(), 40));
    }

    /** Whether rows can be read: every column that is needed is there. */
    boolean isReadable() {
        return Arrays.stream(Column.values()).allMatch(column -> !column.needed || places.containsKey(column));
    }

    /** The row, if nothing is wrong with it in itself. */
    Optional<ImportRow> read(CSVRecord csv) {
        return new Row(csv).read();
    }

    /** One row under examination. */
    private final class Row {

        private final CSVRecord csv;
        private final int number;
        private final int faultsBefore = faults.count();

        Row(CSVRecord csv) {
            this.csv = csv;
            number = (int) csv.getRecordNumber();
        }

        Optional<ImportRow> read() {
            if (csv.size() != header.size()) {
                fault(
                        Column.CODE,
                        Text.of(
                                "该行有 %d 列,表头有 %d 列",
                                "The row has %d columns, the header %d", csv.size(), header.size()));
                return Optional.empty();
            }
            UnitLevel level = level();
            String code = digits(Column.CODE, true);
            String parent = digits(Column.PARENT, false);
            if (level != null && code != null) {
                checkCode(level, code);
                checkParent(level, code, parent);
            }
            String kind = level == null || code == null ? null : kind(level, code);
            ImportRow row = new ImportRow(
                    number,
                    code,
                    parent,
                    level == null ? null : level.code(),
                    kind,
                    date(),
                    new UnitDetails(
                            name(),
                            count(Column.HOUSEHOLDS),
                            count(Column.RESIDENTS),
                            text(Column.EXTENT, MAX_TEXT),
                            text(Column.NOTE, MAX_TEXT)));
            return faults.count() == faultsBefore ? Optional.of(row) : Optional.empty();
        }

        private void fault(Column column, Text message) {
            faults.add(number, column.headers.get(0), message);
        }

        private String cell(Column column) {
            Integer place = places.get(column);
            String cell = place == null ? "" : csv.get(place).strip();
            return cell.isEmpty() ? null : cell;
        }

        private UnitLevel level() {
            String cell = cell(Column.LEVEL);
            Optional<UnitLevel> level = layout.levels().stream()
                    .filter(each -> cell != null
                            && (each.code().equalsIgnoreCase(cell)
                                    || each.name().zh().equals(cell)))
                    .findFirst();
            if (level.isEmpty()) {
                fault(
                        Column.LEVEL,
                        Text.of(
                                "层级应为以下之一:%s",
                                "Must be one of the levels %s",
                                layout.levels().stream()
                                        .map(each ->
                                                each.code() + "/" + each.name().zh())
                                        .collect(Collectors.joining(", "))));
            }
            return level.orElse(null);
        }

        private String digits(Column column, boolean needed) {
            String cell = cell(column);
            if (cell == null) {
                if (needed) {
                    fault(column, Text.of("不能为空", "Must not be blank"));
                }
                return null;
            }
            if (!CODE.matcher(cell).matches()) {
                fault(column, Text.of("编码只能是数字,最多 %d 位", "Must be digits, at most %d", CodeLayout.MAX_LENGTH));
                return null;
            }
            return cell;
        }

        private void checkCode(UnitLevel level, String code) {
            if (code.length() != level.codeLength()) {
                fault(
                        Column.CODE,
                        Text.of(
                                "%2$s层级的编码应为 %3$d 位,此处 %4$d 位",
                                "A code of level %1$s has %3$d digits, this one %4$d",
                                level.code(),
                                level.name().zh(),
                                level.codeLength(),
                                code.length()));
            } else if (layout.levelOf(code).isEmpty()) {
                fault(Column.CODE, Text.of("最高层级的编码为 %s", "The code of the highest level is %s", CodeRange.WHOLE));
            }
        }

        private void checkParent(UnitLevel level, String code, String parent) {
            if (layout.isRoot(level)) {
                if (parent != null) {
                    fault(Column.PARENT, Text.of("最高层级没有上级", "The highest level has no parent"));
                }
                return;
            }
            if (parent == null) {
                if (cell(Column.PARENT) == null) {
                    fault(Column.PARENT, Text.of("缺少上级编码", "The parent's code is missing"));
                }
                return;
            }
            UnitLevel above = layout.levels().get(layout.depth(level) - 1);
            if (parent.length() != above.codeLength()) {
                fault(
                        Column.PARENT,
                        Text.of(
                                "上级应为 %s 层级(%d 位编码)",
                                "The parent must be of level %s (%d digits)", above.code(), above.codeLength()));
            } else if (!code.startsWith(layout.prefix(parent))) {
                fault(Column.CODE, Text.of("编码应以上级编码 %s 开头", "Must begin with the parent's code %s", parent));
            }
        }

        private String kind(UnitLevel level, String code) {
            String cell = cell(Column.KIND);
            if (level.kinds().isEmpty()) {
                if (cell != null) {
                    fault(Column.KIND, Text.of("%s 层级不分类别", "The level %s has no kinds", level.code()));
                } else if (isOf(level, code) && !layout.fits(code, null)) {
                    fault(Column.CODE, Text.of("编码后缀不能全为 0", "The suffix must not be all zeros"));
                }
                return null;
            }
            Optional<UnitKind> kind = cell == null
                    ? Optional.empty()
                    : level.kinds().stream()
                            .filter(each -> each.code().equalsIgnoreCase(cell)
                                    || each.name().zh().equals(cell))
                            .findFirst();
            if (cell != null && kind.isEmpty()) {
                fault(
                        Column.KIND,
                        Text.of(
                                "类别应为以下之一:%s",
                                "Must be one of the kinds %s",
                                level.kinds().stream()
                                        .map(each ->
                                                each.code() + "/" + each.name().zh())
                                        .collect(Collectors.joining(", "))));
                return null;
            }
            return isOf(level, code) ? fitting(level, code, kind) : null;
        }

        private boolean isOf(UnitLevel level, String code) {
            return layout.levelOf(code).filter(level::equals).isPresent();
        }

        private String fitting(UnitLevel level, String code, Optional<UnitKind> kind) {
            Optional<UnitKind> told = layout.kindOf(code);
            if (told.isEmpty() || kind.isPresent() && !kind.equals(told)) {
                fault(
                        Column.KIND,
                        Text.of(
                                "编码后缀与类别不符:%s",
                                "The code's suffix does not fit the kind: %s",
                                level.kinds().stream()
                                        .map(each -> each.code() + " " + String.join(",", each.suffixes()))
                                        .collect(Collectors.joining("; "))));
                return null;
            }
            return told.get().code();
        }

        private LocalDate date() {
            String cell = cell(Column.VALID_FROM);
            if (cell == null) {
                return null;
            }
            Matcher matcher = DATE.matcher(cell);
            try {
                if (matcher.matches()) {
                    LocalDate date = LocalDate.of(
                            Integer.parseInt(matcher.group(1)),
                            Integer.parseInt(matcher.group(2)),
                            Integer.parseInt(matcher.group(3)));
                    if (!date.isBefore(EARLIEST) && !date.isAfter(LATEST)) {
                        return date;
                    }
                }
            } catch (DateTimeException noSuchDay) {
                // Told below, as any other text that is no date.
            }
            fault(
                    Column.VALID_FROM,
                    Text.of("日期应为 2026-01-31 或 2026.1.31 的形式,且确有此日", "Must be a date such as 2026-01-31 or 2026.1.31"));
            return null;
        }

        private String name() {
            String name = text(Column.NAME, MAX_NAME);
            if (name == null && cell(Column.NAME) == null) {
                fault(Column.NAME, Text.of("名称不能为空", "The name must not be blank"));
            }
            return name;
        }

        private String text(Column column, int limit) {
            String cell = cell(column);
            if (cell == null) {
                return null;
            }
            if (cell.length() > limit) {
                fault(column, Text.of("最多 %d 字,此处 %d 字", "At most %d characters, not %d", limit, cell.length()));
                return null;
            }
            if (cell.chars().anyMatch(Character::isISOControl)) {
                fault(column, Text.of("含有换行或其他控制字符", "Holds line breaks or other control characters"));
                return null;
            }
            return cell;
        }

        private Integer count(Column column) {
            String cell = cell(column);
            if (cell == null) {
                return null;
            }
            if (!cell.matches("[0-9]{1,9}") || Integer.parseInt(cell) > MAX_COUNT) {
                fault(column, Text.of("应为 0 至 %d 的整数", "Must be a whole number from 0 to %d", MAX_COUNT));
                return null;
            }
            return Integer.valueOf(cell);
        }
    }
}
