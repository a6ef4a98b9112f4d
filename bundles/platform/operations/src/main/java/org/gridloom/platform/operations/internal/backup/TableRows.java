package org.gridloom.platform.operations.internal.backup;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridloom.platform.operations.internal.backup.Table.Column;

/** Rows as lines of JSON: the first names the columns, each other is a row. */
final class TableRows {

    private static final int AT_A_TIME = 1000;

    private TableRows() {}

    /** Gives the number of rows. */
    static long write(Connection connection, Table table, OutputStream out) throws SQLException, IOException {
        long rows = 0;
        try (Statement select = connection.createStatement();
                JsonGenerator json = Archives.JSON.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setRootValueSeparator(new SerializedString("\n"));
            json.writePOJO(table.columns().stream().map(TableRows::common).toList());
            select.setFetchSize(AT_A_TIME);
            try (ResultSet row = select.executeQuery("select " + table.list() + " from " + table.quoted())) {
                while (row.next()) {
                    json.writeStartArray();
                    for (int i = 0; i < table.columns().size(); i++) {
                        json.writePOJO(table.columns().get(i).kind().read(row, i + 1));
                    }
                    json.writeEndArray();
                    rows++;
                }
            }
        }
        return rows;
    }

    /** Puts the lines into the table. References within it come by {@link #refer}. */
    static void load(Connection connection, Table table, Iterator<JsonNode> lines) throws SQLException, IOException {
        List<Column> columns = header(table, lines);
        String sql = "insert into " + table.quoted() + " ("
                + columns.stream().map(column -> Table.quoted(column.name())).collect(Collectors.joining(", "))
                + ") values ("
                + Stream.generate(() -> "?").limit(columns.size()).collect(Collectors.joining(", "))
                + ")";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int row = 1; lines.hasNext(); row++) {
                JsonNode line = lines.next();
                for (int i = 0; i < columns.size(); i++) {
                    boolean later =
                            table.selfReferences().contains(columns.get(i).name());
                    set(insert, i + 1, columns.get(i).kind(), later ? null : line.get(i));
                }
                add(insert, row);
            }
            insert.executeBatch();
        }
    }

    /** Fills in a column that refers to rows of the same table, now that all of them are there. */
    static void refer(Connection connection, Table table, String column, Iterator<JsonNode> lines)
            throws SQLException, IOException {
        List<Column> columns = header(table, lines);
        List<String> names = columns.stream().map(Column::name).toList();
        int key = names.indexOf(table.key());
        int value = names.indexOf(column);
        String sql = "update " + table.quoted() + " set " + Table.quoted(column) + " = ? where "
                + Table.quoted(table.key()) + " = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int row = 1; lines.hasNext(); ) {
                JsonNode line = lines.next();
                if (!line.get(value).isNull()) {
                    set(update, 1, columns.get(value).kind(), line.get(value));
                    set(update, 2, columns.get(key).kind(), line.get(key));
                    add(update, row++);
                }
            }
            update.executeBatch();
        }
    }

    private static void add(PreparedStatement statement, int row) throws SQLException {
        statement.addBatch();
        if (row % AT_A_TIME == 0) {
            statement.executeBatch();
        }
    }

    private static void set(PreparedStatement statement, int position, Kind kind, JsonNode value)
            throws SQLException, IOException {
        if (value == null || value.isNull()) {
            statement.setNull(position, kind.sqlType());
        } else {
            statement.setObject(position, kind.of(value));
        }
    }

    private static List<Column> header(Table table, Iterator<JsonNode> lines) {
        Map<String, Column> known =
                table.columns().stream().collect(Collectors.toMap(TableRows::common, Function.identity()));
        List<Column> columns = new ArrayList<>();
        for (JsonNode name : lines.next()) {
            Column column = known.get(name.textValue());
            if (column == null) {
                throw new IllegalStateException("No column " + name.textValue() + " in " + table.name());
            }
            columns.add(column);
        }
        return columns;
    }

    private static String common(Column column) {
        return column.name().toLowerCase(Locale.ROOT);
    }
}
