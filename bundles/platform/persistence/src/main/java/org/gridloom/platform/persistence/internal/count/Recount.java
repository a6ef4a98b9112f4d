package org.gridloom.platform.persistence.internal.count;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridloom.platform.count.CountChange;

/**
 * Compares a count with its records. Each comparison is one statement and so sees records and count at one moment:
 * writers go on meanwhile, and what they add changes both sides alike.
 */
final class Recount {

    private static final int BATCH = 5_000;
    /** Codes have 40 digits at most. */
    private static final int COARSEST_OF_ALL = Tiles.grade("0".repeat(40));

    private final Connection connection;
    private final String counter;
    private final boolean repair;
    private long deviations;

    private Recount(Connection connection, String counter, boolean repair) {
        this.connection = connection;
        this.counter = counter;
        this.repair = repair;
    }

    /** Gives the number of deviations. */
    static long run(Connection connection, String counter, String select, boolean repair) throws SQLException {
        Recount recount = new Recount(connection, counter, repair);
        for (int grade = 0; grade < COARSEST_OF_ALL; grade++) {
            recount.tiles(grade);
        }
        recount.codes(select);
        return recount.deviations;
    }

    /** What stands under the codes themselves, against the records. */
    private void codes(String select) throws SQLException {
        String sql = "select unit_code, part, on_day, sum(amount) from (select unit_code, part, on_day, amount from ("
                + select + ") r union all " + stored("tile", "-amount", "own = true")
                + ") d group by unit_code, part, on_day having sum(amount) <> 0";
        CountRows rows = new CountRows();
        Jdbc.each(connection, sql, List.of(counter, counter), row -> {
            deviations++;
            if (repair) {
                rows.add(
                        connection,
                        new CountChange(
                                counter,
                                row.getString(2),
                                row.getString(1),
                                row.getObject(3, LocalDate.class),
                                row.getLong(4)));
            }
        });
        rows.write(connection);
    }

    /** What stands in the tiles of a grade, against what stands under the codes in them. */
    private void tiles(int grade) throws SQLException {
        String sql = "select tile, part, on_day, sum(amount) from ("
                + stored("substring(tile, 1, " + Tiles.length(grade) + ")", "amount", "own = true and grade > " + grade)
                + " union all " + stored("tile", "-amount", "own = false and grade = " + grade)
                + ") d group by tile, part, on_day having sum(amount) <> 0";
        String correct =
                "insert into platform_count_change (" + CountRows.KEY + ", amount) values (?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(correct)) {
            Jdbc.each(connection, sql, List.of(counter, counter, counter, counter), row -> {
                deviations++;
                if (repair) {
                    LocalDate day = row.getObject(3, LocalDate.class);
                    Jdbc.set(insert, new Change(counter, grade, row.getString(1), false, row.getString(2), day), 1);
                    insert.setLong(7, row.getLong(4));
                    insert.addBatch();
                    if (deviations % BATCH == 0) {
                        insert.executeBatch();
                    }
                }
            });
            insert.executeBatch();
        }
    }

    private static String stored(String tile, String amount, String which) {
        return Stream.of("platform_count", "platform_count_change")
                .map(table -> "select " + tile + " as tile, part, on_day, " + amount + " as amount from " + table
                        + " where counter = ? and " + which)
                .collect(Collectors.joining(" union all "));
    }
}
