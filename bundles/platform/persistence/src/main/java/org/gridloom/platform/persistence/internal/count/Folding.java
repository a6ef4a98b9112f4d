package org.gridloom.platform.persistence.internal.count;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds changes that are committed to the sums. What it has not come to yet counts all the same. */
final class Folding {

    static final int BATCH = 5_000;

    private static final String CHANGES = "select id, grade, tile, own, part, on_day, amount from platform_count_change"
            + " where counter = ? order by id fetch first " + BATCH + " rows only";
    private static final String ADD = "update platform_count set amount = amount + ? where counter = ? and grade = ?"
            + " and tile = ? and own = ? and part = ? and on_day = ?";
    private static final String INSERT =
            "insert into platform_count (" + CountRows.KEY + ", amount) values (?, ?, ?, ?, ?, ?, ?)";
    private static final String DELETE = "delete from platform_count_change where id = ?";

    private Folding() {}

    /** One batch of a counter whose row the transaction has locked; gives how many changes were there. */
    static int fold(Connection connection, String counter) throws SQLException {
        List<Long> ids = new ArrayList<>();
        Map<Change, Long> sums = new LinkedHashMap<>();
        Jdbc.each(connection, CHANGES, List.of(counter), row -> {
            ids.add(row.getLong(1));
            Change change = new Change(
                    counter,
                    row.getInt(2),
                    row.getString(3),
                    row.getBoolean(4),
                    row.getString(5),
                    row.getObject(6, LocalDate.class));
            sums.merge(change, row.getLong(7), Long::sum);
        });
        if (!ids.isEmpty()) {
            insert(connection, add(connection, sums));
            delete(connection, ids);
        }
        return ids.size();
    }

    /** Gives those for which there is no sum yet. */
    private static Map<Change, Long> add(Connection connection, Map<Change, Long> sums) throws SQLException {
        Map<Change, Long> fresh = new LinkedHashMap<>();
        try (PreparedStatement update = connection.prepareStatement(ADD)) {
            for (Map.Entry<Change, Long> sum : sums.entrySet()) {
                update.setLong(1, sum.getValue());
                Jdbc.set(update, sum.getKey(), 2);
                update.addBatch();
            }
            int[] updated = update.executeBatch();
            int i = 0;
            for (Map.Entry<Change, Long> sum : sums.entrySet()) {
                if (updated[i++] == 0) {
                    fresh.put(sum.getKey(), sum.getValue());
                }
            }
        }
        return fresh;
    }

    private static void insert(Connection connection, Map<Change, Long> sums) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Map.Entry<Change, Long> sum : sums.entrySet()) {
                Jdbc.set(insert, sum.getKey(), 1);
                insert.setLong(7, sum.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void delete(Connection connection, List<Long> ids) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            for (long id : ids) {
                delete.setLong(1, id);
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }
}
