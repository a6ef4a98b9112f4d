package org.gridloom.platform.persistence.internal.count;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridloom.platform.count.CountChange;
import org.gridloom.platform.count.CountQuery;

/**
 * The counts in one transaction. Changes are only ever inserted, so that nobody waits for anybody; {@link Folding} adds
 * them to the sums afterwards. A count is the sums and the changes not yet added, read in one statement.
 */
public final class CountRows {

    static final String KEY = "counter, grade, tile, own, part, on_day";

    private static final String INSERT =
            "insert into platform_count_change (" + KEY + ", amount) values (?, ?, ?, ?, ?, ?, ?)";
    /** Above that many, what is pending is written before the transaction's end. */
    private static final int PENDING = 5_000;
    /** A statement of more segments would only take the database longer to plan. */
    private static final int SEGMENTS = 20;

    private final Map<Change, Long> pending = new LinkedHashMap<>();

    /** Notes the change; it is written with the transaction. */
    public void add(Connection connection, CountChange change) {
        Change.spread(change, (each, amount) -> pending.merge(each, amount, Long::sum));
        if (pending.size() > PENDING) {
            write(connection);
        }
    }

    /** Writes what is pending. */
    public void write(Connection connection) {
        pending.values().removeIf(amount -> amount == 0);
        if (pending.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Map.Entry<Change, Long> change : pending.entrySet()) {
                Jdbc.set(insert, change.getKey(), 1);
                insert.setLong(7, change.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        pending.clear();
    }

    /** Sums by part. */
    public Map<String, Long> sums(Connection connection, CountQuery query) {
        write(connection);
        Map<String, Long> sums = new TreeMap<>();
        List<Tiles.Segment> segments = Tiles.of(query.scope());
        try {
            for (int first = 0; first < segments.size(); first += SEGMENTS) {
                sum(connection, query, segments.subList(first, Math.min(segments.size(), first + SEGMENTS)), sums);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }

    private static void sum(
            Connection connection, CountQuery query, List<Tiles.Segment> segments, Map<String, Long> sums)
            throws SQLException {
        List<Object> arguments = new ArrayList<>();
        List<String> selects = new ArrayList<>();
        for (Tiles.Segment segment : segments) {
            select(selects, arguments, query, segment.grade(), "tile >= ? and tile < ?", segment.from(), segment.to());
            if (segment.beginsWithCoarser()) {
                int grade = Tiles.grade(segment.from());
                select(selects, arguments, query, grade, "tile = ? and own = true", segment.from());
            }
        }
        String sql = "select part, sum(amount) from (" + String.join(" union all ", selects) + ") c group by part";
        Jdbc.each(connection, sql, arguments, row -> sums.merge(row.getString(1), row.getLong(2), Long::sum));
    }

    private static void select(
            List<String> selects, List<Object> arguments, CountQuery query, int grade, String tiles, String... bounds) {
        LocalDate from = query.from();
        for (String table : List.of("platform_count", "platform_count_change")) {
            selects.add("select part, amount from " + table + " where counter = ? and grade = ? and " + tiles
                    + " and on_day <= ?" + (from == null ? "" : " and on_day >= ?"));
            arguments.add(query.counter());
            arguments.add(grade);
            arguments.addAll(List.of(bounds));
            arguments.add(query.asOf());
            if (from != null) {
                arguments.add(from);
            }
        }
    }
}
