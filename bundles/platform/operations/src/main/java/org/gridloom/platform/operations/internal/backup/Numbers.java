package org.gridloom.platform.operations.internal.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gridloom.platform.operations.internal.backup.Manifest.Number;

/** Where sequences and identity columns stand. */
final class Numbers {

    private static final String SEQUENCES =
            "select sequence_name from information_schema.sequences where sequence_schema = current_schema order by 1";
    private static final String IDENTITIES = "select table_name, column_name from information_schema.columns"
            + " where table_schema = current_schema and is_identity = 'YES' order by 1, 2";

    private Numbers() {}

    static List<Number> read(Connection connection, Tables tables) throws SQLException {
        Product product = Product.of(connection);
        List<Number> numbers = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            for (String name : sequences(statement, tables)) {
                numbers.add(new Number(common(name), null, product.next(connection, name)));
            }
            for (String[] identity : identities(statement, tables)) {
                try (ResultSet row = statement.executeQuery("select coalesce(max(" + Table.quoted(identity[1])
                        + "), 0) + 1 from " + Table.quoted(identity[0]))) {
                    row.next();
                    numbers.add(new Number(common(identity[0]), common(identity[1]), row.getLong(1)));
                }
            }
        }
        return numbers;
    }

    /** Lets them go on as they were. H2 commits at each: to be done before anything is loaded, and harmless without it. */
    static void restart(Connection connection, Tables tables, List<Number> numbers) throws SQLException {
        Map<String, String> commands = new HashMap<>();
        try (Statement statement = connection.createStatement()) {
            for (String name : sequences(statement, tables)) {
                commands.put(common(name), "alter sequence " + Table.quoted(name));
            }
            for (String[] identity : identities(statement, tables)) {
                commands.put(
                        common(identity[0]) + '.' + common(identity[1]),
                        "alter table " + Table.quoted(identity[0]) + " alter column " + Table.quoted(identity[1]));
            }
            for (Number number : numbers) {
                String command =
                        commands.get(number.column() == null ? number.name() : number.name() + '.' + number.column());
                if (command != null) {
                    statement.execute(command + " restart with " + number.next());
                }
            }
        }
    }

    private static List<String> sequences(Statement statement, Tables tables) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(SEQUENCES)) {
            while (row.next()) {
                String name = row.getString(1);
                if (tables.migrations().keySet().stream()
                        .anyMatch(each -> common(name).startsWith(each + "_"))) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static List<String[]> identities(Statement statement, Tables tables) throws SQLException {
        List<String> ours = tables.inOrder().stream().map(Table::name).toList();
        List<String[]> identities = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(IDENTITIES)) {
            while (row.next()) {
                if (ours.contains(row.getString(1))) {
                    identities.add(new String[] {row.getString(1), row.getString(2)});
                }
            }
        }
        return identities;
    }

    private static String common(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
