package org.gridloom.platform.testkit;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;

/** Looks for a text in every column of text of every table. */
final class TextSearch {

    private static final Set<Integer> TEXTS =
            Set.of(Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB, Types.NVARCHAR, Types.OTHER);

    private TextSearch() {}

    static List<String> columns(DataSource database, String text) {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            DatabaseMetaData about = connection.getMetaData();
            try (ResultSet columns = about.getColumns(connection.getCatalog(), connection.getSchema(), null, null)) {
                while (columns.next()) {
                    String table = columns.getString("TABLE_NAME");
                    String column = columns.getString("COLUMN_NAME");
                    if (TEXTS.contains(columns.getInt("DATA_TYPE")) && holds(connection, table, column, text)) {
                        found.add((table + "." + column).toLowerCase(Locale.ROOT));
                    }
                }
            }
            connection.rollback();
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean holds(Connection connection, String table, String column, String text) throws SQLException {
        String sql = "select count(*) from \"" + table + "\" where cast(\"" + column + "\" as varchar) like ?";
        try (PreparedStatement count = connection.prepareStatement(sql)) {
            count.setString(1, "%" + text + "%");
            try (ResultSet row = count.executeQuery()) {
                return row.next() && row.getLong(1) > 0;
            }
        }
    }
}
