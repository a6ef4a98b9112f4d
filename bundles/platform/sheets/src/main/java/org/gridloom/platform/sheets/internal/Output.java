package org.gridloom.platform.sheets.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.gridloom.platform.sheet.SheetColumn;
import org.gridloom.platform.sheet.SheetDefinition;
import org.gridloom.platform.sheet.SheetOutput;
import org.gridloom.platform.sheets.internal.table.TableWriter;
import org.gridloom.platform.text.Text;

/** Writes the rows of an export below the headers of its columns, and above these what holds for all rows. */
final class Output implements SheetOutput {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final Text COLON = Text.of("：", ":");

    private final SheetDefinition list;
    private final TableWriter writer;
    private final Locale language;
    private final DateTimeFormatter moment;
    private final Map<String, Object> above = new LinkedHashMap<>();
    private int[] places;
    private int line;
    private int rows;

    Output(SheetDefinition list, TableWriter writer, Locale language, ZoneId zone) {
        this.list = list;
        this.writer = writer;
        this.language = language;
        this.moment = MOMENT.withZone(zone);
    }

    @Override
    public void above(String column, Object cell) {
        if (places != null) {
            throw new IllegalStateException("There are rows already below what is said of " + column);
        }
        above.put(list.column(column).orElseThrow().key(), cell);
    }

    @Override
    public void row(Object... cells) {
        begin();
        write(IntStream.of(places)
                .mapToObj(place -> shown(list.columns().get(place), cells[place]))
                .toArray());
        rows++;
    }

    /** @return how many rows there are; without any the headers alone are written */
    int finish() {
        begin();
        return rows;
    }

    private void begin() {
        if (places != null) {
            return;
        }
        places = IntStream.range(0, list.columns().size())
                .filter(place -> !above.containsKey(list.columns().get(place).key()))
                .toArray();
        if (!above.isEmpty()) {
            write(list.title().in(language));
        }
        above.forEach((key, cell) -> {
            SheetColumn column = list.column(key).orElseThrow();
            if (cell != null) {
                write(column.header().in(language) + COLON.in(language), shown(column, cell));
            }
        });
        try {
            writer.header(
                    ++line,
                    IntStream.of(places)
                            .mapToObj(
                                    place -> list.columns().get(place).header().in(language))
                            .toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Object shown(SheetColumn column, Object cell) {
        return cell instanceof Instant at ? moment.format(at) : Cells.shown(column, cell, language);
    }

    private void write(Object... cells) {
        try {
            writer.row(++line, cells, TableWriter.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
