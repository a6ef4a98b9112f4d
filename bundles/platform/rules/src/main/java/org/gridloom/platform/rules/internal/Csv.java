package org.gridloom.platform.rules.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.text.Text;

/** Small tables as CSV (RFC 4180), in UTF-8 or, as older office programs write it, GB18030. */
final class Csv {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
    private static final int MOST_BYTES = 2_000_000;

    /**
     * A column by its code and its headers.
     *
     * @param required whether a table may leave the column out
     */
    record Column(String code, Text label, boolean required) {

        boolean isNamed(String header) {
            return code.equalsIgnoreCase(header)
                    || label.zh().equals(header)
                    || label.en().equalsIgnoreCase(header);
        }
    }

    private Csv() {}

    /**
     * Rows by columns' codes; cells that are empty are left out.
     *
     * @throws Problem {@link Problem.Kind#INVALID} where it is no such table
     */
    static List<Map<String, String>> read(InputStream csv, List<Column> columns) throws IOException {
        byte[] bytes = csv.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw refused(Text.of("文件超过 %d 字节", "The file has more than %d bytes", MOST_BYTES));
        }
        try (CSVParser parser = CSVParser.parse(new StringReader(decoded(bytes)), FORMAT)) {
            List<CSVRecord> records = parser.getRecords();
            if (records.isEmpty()) {
                throw refused(Text.of("文件没有表头行", "The file has no row of headers"));
            }
            List<String> codes = codes(records.get(0), columns);
            return records.stream().skip(1).map(row -> cells(row, codes)).toList();
        } catch (UncheckedIOException | IllegalStateException | IOException malformed) {
            throw refused(Text.of("引号不成对,无法读取", "Quotation marks do not match"));
        }
    }

    static String write(List<String> headers, List<List<String>> rows) {
        StringBuilder csv = new StringBuilder();
        line(csv, headers);
        rows.forEach(row -> line(csv, row));
        return csv.toString();
    }

    private static void line(StringBuilder csv, List<String> cells) {
        csv.append(FORMAT.format(cells.stream().map(Csv::harmless).toArray())).append("\r\n");
    }

    /** A cell that a spreadsheet would take for a formula is text. */
    private static String harmless(String cell) {
        return isComputed(cell) ? "'" + cell : cell;
    }

    private static String asItWas(String cell) {
        return cell.startsWith("'") && isComputed(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean isComputed(String cell) {
        return cell.matches("(?s)[=+@\\t\\r].*|-\\D.*");
    }

    private static String decoded(byte[] bytes) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            try {
                String text =
                        charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            } catch (CharacterCodingException expected) {
                // the next one
            }
        }
        throw refused(Text.of("文件既不是 UTF-8 也不是 GB18030 编码的文本", "Is text neither in UTF-8 nor in GB18030"));
    }

    private static List<String> codes(CSVRecord header, List<Column> columns) {
        List<Violation> faults = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        for (String cell : header) {
            Optional<Column> column =
                    columns.stream().filter(each -> each.isNamed(cell.strip())).findFirst();
            if (column.isEmpty() || codes.contains(column.get().code())) {
                faults.add(Violation.of(
                        "file", 1, Text.of("第 %d 列不认识或重复", "Column %d is unknown or there twice", codes.size() + 1)));
            }
            codes.add(column.map(Column::code).orElse(""));
        }
        columns.stream()
                .filter(column -> column.required() && !codes.contains(column.code()))
                .forEach(column -> faults.add(Violation.of(
                        "file",
                        1,
                        new Text(
                                "缺少列“" + column.label().zh() + "”",
                                "The column " + column.label().en() + " is missing"))));
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return codes;
    }

    private static Map<String, String> cells(CSVRecord row, List<String> codes) {
        if (row.size() != codes.size()) {
            throw Problem.invalid(List.of(Violation.of(
                    "file",
                    (int) row.getRecordNumber(),
                    Text.of("该行有 %d 列,表头有 %d 列", "The row has %d columns, the header %d", row.size(), codes.size()))));
        }
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < codes.size(); i++) {
            cells.put(codes.get(i), asItWas(row.get(i).strip()));
        }
        Set<String> empty = cells.keySet().stream()
                .filter(code -> cells.get(code).isEmpty())
                .collect(Collectors.toSet());
        empty.forEach(cells::remove);
        return cells;
    }

    private static Problem refused(Text message) {
        return Problem.invalid("file", message);
    }
}
