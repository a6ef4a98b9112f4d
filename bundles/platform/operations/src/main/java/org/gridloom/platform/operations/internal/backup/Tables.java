package org.gridloom.platform.operations.internal.backup;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gridloom.platform.operations.internal.backup.Table.Column;

/** The district's tables: those of each capability that has migrated some. Another's tables in the schema stay as they are. */
final class Tables {

    private static final String LOG = "_changelog";
    private static final String LOCK = "_changeloglock";

    private final Map<String, List<String>> migrations;
    private final List<Table> tables;

    private Tables(Map<String, List<String>> migrations, List<Table> tables) {
        this.migrations = migrations;
        this.tables = tables;
    }

    /** Change sets that were applied, by capability. */
    Map<String, List<String>> migrations() {
        return migrations;
    }

    /** Those that others refer to come first. */
    List<Table> inOrder() {
        return tables;
    }

    static Tables of(Connection connection) throws SQLException {
        Map<String, String> names = names(connection);
        Map<String, List<String>> migrations = new TreeMap<>();
        for (Map.Entry<String, String> name : names.entrySet()) {
            if (name.getKey().endsWith(LOG)) {
                String capability = name.getKey().substring(0, name.getKey().length() - LOG.length());
                migrations.put(capability, changeSets(connection, name.getValue()));
            }
        }
        Set<String> ours = new LinkedHashSet<>();
        names.forEach((common, name) -> {
            boolean isLog = common.endsWith(LOG) || common.endsWith(LOCK);
            if (!isLog && migrations.keySet().stream().anyMatch(each -> common.startsWith(each + "_"))) {
                ours.add(name);
            }
        });
        return new Tables(migrations, ordered(connection, ours));
    }

    /** By the names in archives. */
    private static Map<String, String> names(Connection connection) throws SQLException {
        Map<String, String> names = new TreeMap<>();
        try (ResultSet row = connection
                .getMetaData()
                .getTables(
                        connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (row.next()) {
                String name = row.getString("TABLE_NAME");
                names.put(name.toLowerCase(Locale.ROOT), name);
            }
        }
        return names;
    }

    private static List<String> changeSets(Connection connection, String log) throws SQLException {
        Set<String> found = new TreeSet<>();
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select filename, id from " + Table.quoted(log))) {
            while (row.next()) {
                found.add(row.getString(1) + "::" + row.getString(2));
            }
        }
        return List.copyOf(found);
    }

    private static List<Table> ordered(Connection connection, Set<String> names) throws SQLException {
        Map<String, List<Column>> columns = columns(connection, names);
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        Map<String, Table> tables = new LinkedHashMap<>();
        for (String name : names) {
            Set<String> needed = new TreeSet<>();
            List<String> self = new ArrayList<>();
            references(connection, name, needed, self);
            needs.put(name, needed);
            tables.put(name, new Table(name, columns.get(name), key(connection, name), self));
        }
        List<Table> ordered = new ArrayList<>();
        while (!needs.isEmpty()) {
            String next = needs.entrySet().stream()
                    .filter(each -> each.getValue().stream().noneMatch(needs::containsKey))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Tables refer to each other in a circle: " + needs));
            needs.remove(next);
            ordered.add(tables.get(next));
        }
        return ordered;
    }

    private static Map<String, List<Column>> columns(Connection connection, Set<String> names) throws SQLException {
        Map<String, List<Column>> columns = new LinkedHashMap<>();
        DatabaseMetaData meta = connection.getMetaData();
        try (ResultSet row = meta.getColumns(connection.getCatalog(), connection.getSchema(), "%", "%")) {
            while (row.next()) {
                String table = row.getString("TABLE_NAME");
                if (names.contains(table)) {
                    Kind kind = Kind.of(row.getInt("DATA_TYPE"), row.getString("TYPE_NAME"));
                    columns.computeIfAbsent(table, each -> new ArrayList<>())
                            .add(new Column(row.getString("COLUMN_NAME"), kind));
                }
            }
        }
        return columns;
    }

    private static void references(Connection connection, String table, Set<String> others, List<String> self)
            throws SQLException {
        try (ResultSet row =
                connection.getMetaData().getImportedKeys(connection.getCatalog(), connection.getSchema(), table)) {
            while (row.next()) {
                String other = row.getString("PKTABLE_NAME");
                if (other.equals(table)) {
                    self.add(row.getString("FKCOLUMN_NAME"));
                } else {
                    others.add(other);
                }
            }
        }
    }

    private static String key(Connection connection, String table) throws SQLException {
        try (ResultSet row =
                connection.getMetaData().getPrimaryKeys(connection.getCatalog(), connection.getSchema(), table)) {
            return row.next() ? row.getString("COLUMN_NAME") : null;
        }
    }
}
