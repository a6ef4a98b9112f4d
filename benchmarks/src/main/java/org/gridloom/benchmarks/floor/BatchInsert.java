package org.gridloom.benchmarks.floor;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import org.gridloom.benchmarks.Report;

/**
 * The floor of an import: the rows that it left in the database, inserted into the same tables by JDBC batches in one
 * transaction. It checks nothing, compares nothing and knows the rows beforehand.
 */
public final class BatchInsert {

    private static final int BATCH = 1000;

    private BatchInsert() {}

    /**
     * Prints how many milliseconds it took.
     *
     * @param arguments address of the database, and files as {@code copy … to} writes them, named by their table, each
     *     with a first line of columns
     */
    public static void main(String[] arguments) throws SQLException, IOException {
        String url = arguments[0] + "?reWriteBatchedInserts=true&stringtype=unspecified";
        try (Connection connection = DriverManager.getConnection(url, "postgres", "")) {
            long start = System.nanoTime();
            connection.setAutoCommit(false);
            for (String file : Arrays.asList(arguments).subList(1, arguments.length)) {
                insert(connection, Path.of(file));
            }
            connection.commit();
            Report.line(Long.toString((System.nanoTime() - start) / 1_000_000));
        }
    }

    private static void insert(Connection connection, Path file) throws SQLException, IOException {
        try (BufferedReader rows = Files.newBufferedReader(file)) {
            String[] columns = rows.readLine().split(",");
            String sql = "insert into " + file.getFileName() + " (" + String.join(", ", columns) + ") values ("
                    + String.join(", ", Collections.nCopies(columns.length, "?")) + ")";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                int waiting = 0;
                for (String row = rows.readLine(); row != null; row = rows.readLine()) {
                    String[] values = row.split("\t", -1);
                    for (int i = 0; i < values.length; i++) {
                        statement.setString(i + 1, unescaped(values[i]));
                    }
                    statement.addBatch();
                    if (++waiting == BATCH) {
                        statement.executeBatch();
                        waiting = 0;
                    }
                }
                statement.executeBatch();
            }
        }
    }

    private static String unescaped(String value) {
        if (value.indexOf('\\') < 0) {
            return value;
        }
        return value.equals("\\N")
                ? null
                : value.replace("\\n", "\n").replace("\\t", "\t").replace("\\\\", "\\");
    }
}
