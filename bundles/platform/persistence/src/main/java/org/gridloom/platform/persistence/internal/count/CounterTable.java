package org.gridloom.platform.persistence.internal.count;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import javax.sql.DataSource;
import org.gridloom.platform.persistence.CountReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The counters of the units that are open, each with the select by which its records are counted. Whoever folds or
 * recounts a counter has its row locked.
 */
public final class CounterTable {

    private static final Logger LOG = LoggerFactory.getLogger(CounterTable.class);
    private static final String LOCK = "select digest from platform_counter where counter = ? for update";
    private static final String LOCK_FREE =
            "select counter from platform_counter order by counter for update skip locked";

    private final DataSource pool;
    private final Map<String, String> selects = new ConcurrentSkipListMap<>();

    /** @param pool connections that are not in auto-commit mode */
    public CounterTable(DataSource pool) {
        this.pool = pool;
    }

    private interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    private <T> T transaction(Work<T> work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            try {
                T result = work.in(connection);
                connection.commit();
                return result;
            } finally {
                connection.rollback();
            }
        }
    }

    /**
     * Takes up a unit's counters. What was there before a counter was, or was counted otherwise, is counted now.
     *
     * @param counted select by counter
     */
    public void open(SortedMap<String, String> counted) throws SQLException {
        for (Map.Entry<String, String> counter : counted.entrySet()) {
            String digest = digest(counter.getValue());
            transaction(connection -> {
                String known = digestOf(connection, counter.getKey());
                if (!digest.equals(known)) {
                    enter(connection, counter.getKey(), digest, known == null);
                    long counts = Recount.run(connection, counter.getKey(), counter.getValue(), true);
                    LOG.info("Counted {}: {} deviations put right", counter.getKey(), counts);
                }
                return null;
            });
            selects.put(counter.getKey(), counter.getValue());
        }
    }

    private static String digestOf(Connection connection, String counter) throws SQLException {
        List<String> digests = new ArrayList<>();
        Jdbc.each(connection, LOCK, List.of(counter), row -> digests.add(row.getString(1)));
        return digests.isEmpty() ? null : digests.get(0);
    }

    private static void enter(Connection connection, String counter, String digest, boolean fresh) throws SQLException {
        String sql = fresh
                ? "insert into platform_counter (digest, counter) values (?, ?)"
                : "update platform_counter set digest = ? where counter = ?";
        Jdbc.update(connection, sql, digest, counter);
    }

    /** Compares all counts with their records. */
    public List<CountReport> verify(boolean repair) throws SQLException {
        List<CountReport> reports = new ArrayList<>();
        for (Map.Entry<String, String> counter : new TreeMap<>(selects).entrySet()) {
            long deviations = transaction(connection -> {
                digestOf(connection, counter.getKey());
                return Recount.run(connection, counter.getKey(), counter.getValue(), repair);
            });
            reports.add(new CountReport(counter.getKey(), deviations, repair && deviations > 0));
        }
        return reports;
    }

    /** Adds committed changes to the sums, but of counters that another node is at. */
    public void fold() throws SQLException {
        while (transaction(CounterTable::foldOnce)) {
            LOG.debug("There are more changes to fold");
        }
    }

    private static boolean foldOnce(Connection connection) throws SQLException {
        List<String> counters = new ArrayList<>();
        Jdbc.each(connection, LOCK_FREE, List.of(), row -> counters.add(row.getString(1)));
        boolean more = false;
        for (String counter : counters) {
            more |= Folding.fold(connection, counter) == Folding.BATCH;
        }
        return more;
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
