package org.gridloom.organization.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.gridloom.platform.text.Text;

/** A table whose rows all fit in memory. What is wrong with its form is told to the faults. */
final class Sheet {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    /** A column by its English header, which is its key, and its Chinese one. */
    record Column(String key, String zh, boolean needed) {

        static Column needed(String key, String zh) {
            return new Column(key, zh, true);
        }

        static Column optional(String key, String zh) {
            return new Column(key, zh, false);
        }

        private boolean isNamed(String header) {
            return key.equalsIgnoreCase(header) || zh.equals(header);
        }
    }

    private final List<Column> columns;
    private final int mostRows;
    private final ImportFaults faults;

    Sheet(List<Column> columns, int mostRows, ImportFaults faults) {
        this.columns = columns;
        this.mostRows = mostRows;
        this.faults = faults;
    }

    /** All rows but blank ones; fewer or none where the form is wrong. */
    List<SheetRow> read(InputStream csv) throws IOException {
        try (SpooledText text = SpooledText.of(csv);
                Reader characters = text.reader().orElse(null)) {
            if (characters == null) {
                faults.add(
                        1, "file", Text.of("文件既不是 UTF-8 也不是 GB18030 编码的文本", "Is text neither in UTF-8 nor in GB18030"));
                return List.of();
            }
            try (CSVParser parser = CSVParser.parse(characters, FORMAT)) {
                return rows(parser.iterator());
            }
        }
    }

    private List<SheetRow> rows(Iterator<CSVRecord> records) {
        Optional<CSVRecord> header = next(records, 1);
        if (header.isEmpty() || isBlank(header.get())) {
            if (faults.count() == 0) {
                faults.add(1, "file", Text.of("文件没有表头行", "The file has no row of headers"));
            }
            return List.of();
        }
        Map<String, Integer> places = places(header.get());
        List<SheetRow> rows = new ArrayList<>();
        if (places.isEmpty()) {
            return rows;
        }
        for (Optional<CSVRecord> csv = next(records, 2); csv.isPresent(); csv = next(records, rows.size() + 2)) {
            if (isBlank(csv.get())) {
                continue;
            }
            if (rows.size() == mostRows) {
                faults.add(
                        mostRows + 2, "file", Text.of("最多 %d 行,请分批导入", "At most %d rows: import in parts", mostRows));
                return List.of();
            }
            row(csv.get(), header.get(), places).ifPresent(rows::add);
        }
        return rows;
    }

    /** Where each column is; empty where one is missing. */
    private Map<String, Integer> places(CSVRecord header) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i).strip();
            Optional<Column> column =
                    columns.stream().filter(each -> each.isNamed(name)).findFirst();
            if (column.isEmpty()) {
                faults.add(1, shown(name, i), Text.of("不认识的列,可用的列:%s", "Unknown column; known are %s", known()));
            } else if (places.putIfAbsent(column.get().key(), i) != null) {
                faults.add(1, name, Text.of("同一列出现两次", "The column is there twice"));
            }
        }
        List<Column> missing = columns.stream()
                .filter(column -> column.needed() && !places.containsKey(column.key()))
                .toList();
        for (Column column : missing) {
            faults.add(
                    1,
                    column.key(),
                    Text.of("缺少列「%2$s」(或 %1$s)", "The column %s (or %s) is missing", column.key(), column.zh()));
        }
        return missing.isEmpty() ? places : Map.of();
    }

    private String known() {
        return columns.stream().map(column -> column.key() + "/" + column.zh()).collect(Collectors.joining(", "));
    }

    private static String shown(String name, int index) {
        String plain = name.replaceAll("\\p{Cntrl}", "");
        return plain.isEmpty() ? "#" + (index + 1) : plain.substring(0, Math.min(plain.length(), 40));
    }

    private Optional<SheetRow> row(CSVRecord csv, CSVRecord header, Map<String, Integer> places) {
        int number = (int) csv.getRecordNumber();
        if (csv.size() != header.size()) {
            faults.add(
                    number,
                    "file",
                    Text.of("该行有 %d 列,表头有 %d 列", "The row has %d columns, the header %d", csv.size(), header.size()));
            return Optional.empty();
        }
        Map<String, String> headers = new HashMap<>();
        Map<String, String> cells = new HashMap<>();
        places.forEach((key, place) -> {
            headers.put(key, header.get(place).strip());
            String cell = csv.get(place).strip();
            if (!cell.isEmpty()) {
                cells.put(key, cell);
            }
        });
        return Optional.of(new SheetRow(number, cells, headers, faults));
    }

    private Optional<CSVRecord> next(Iterator<CSVRecord> records, int row) {
        try {
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (UncheckedIOException | IllegalStateException malformed) {
            faults.add(row, "file", Text.of("该行起引号不成对,无法读取", "Quotation marks do not match from this row on"));
            return Optional.empty();
        }
    }

    private static boolean isBlank(CSVRecord csv) {
        return csv.stream().allMatch(String::isBlank);
    }
}
