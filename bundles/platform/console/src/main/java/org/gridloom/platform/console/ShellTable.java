package org.gridloom.platform.console;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridloom.platform.text.Text;

/**
 * A table on the console. Columns line up, Chinese characters counted as two places; numbers are right-aligned. With
 * {@code --no-format} it has neither header nor padding and a tab between columns.
 */
public final class ShellTable {

    private static final String GAP = "  ";
    /** In the district's zone, whatever the server's is. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    private static final Text EMPTY = Text.of("(无记录)", "(none)");

    private final List<String> headers;
    private final boolean plain;
    private final Locale locale;
    private final List<List<Object>> rows = new ArrayList<>();

    ShellTable(List<String> headers, boolean plain, Locale locale) {
        this.headers = List.copyOf(headers);
        this.plain = plain;
        this.locale = locale;
    }

    /** Adds a row. Texts are shown in the session's language, null as an empty cell,
     * instants to the second in the district's zone, all else by its own toString. */
    public ShellTable row(Object... cells) {
        if (cells.length != headers.size()) {
            throw new IllegalArgumentException(cells.length + " cells in a table of " + headers.size() + " columns");
        }
        rows.add(Stream.of(cells).<Object>map(this::shown).toList());
        return this;
    }

    public void print(PrintStream out) {
        if (plain) {
            rows.forEach(row -> out.println(String.join("\t", texts(row))));
            return;
        }
        int[] widths = widths();
        out.println(line(new ArrayList<>(headers), widths));
        out.println(Arrays.stream(widths).mapToObj("─"::repeat).collect(Collectors.joining(GAP)));
        rows.forEach(row -> out.println(line(row, widths)));
        if (rows.isEmpty()) {
            out.println(EMPTY.in(locale));
        }
    }

    private Object shown(Object cell) {
        if (cell instanceof Text text) {
            return oneLine(text.in(locale));
        }
        if (cell instanceof Instant instant) {
            return TIME.format(instant);
        }
        return cell instanceof Number ? cell : oneLine(Objects.toString(cell, ""));
    }

    /** A cell must neither break its row nor steer the terminal. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    private int[] widths() {
        int[] widths = headers.stream().mapToInt(DisplayWidth::of).toArray();
        for (List<Object> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], DisplayWidth.of(row.get(i).toString()));
            }
        }
        return widths;
    }

    private static String line(List<?> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String text = cells.get(i).toString();
            String padding = " ".repeat(widths[i] - DisplayWidth.of(text));
            line.append(cells.get(i) instanceof Number ? padding + text : text + padding)
                    .append(GAP);
        }
        return line.toString().stripTrailing();
    }

    private static List<String> texts(List<Object> row) {
        return row.stream().map(Object::toString).toList();
    }
}
