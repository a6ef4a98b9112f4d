package org.gridloom.platform.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.gridloom.platform.persistence.CountReport;
import org.gridloom.platform.persistence.ReadOnlyMode;
import org.gridloom.platform.persistence.internal.count.CounterTable;
import org.gridloom.platform.persistence.internal.db.Database;
import org.gridloom.platform.persistence.internal.db.DatabaseSettings;
import org.gridloom.platform.persistence.internal.db.Dialect;
import org.gridloom.platform.persistence.internal.migration.Migration;
import org.gridloom.platform.persistence.internal.migration.MigrationFailure;
import org.gridloom.platform.persistence.internal.readonly.StoredReadOnlyMode;
import org.gridloom.platform.persistence.internal.tx.JoinedTransactions;
import org.gridloom.platform.persistence.internal.tx.UnitTransactions;
import org.gridloom.platform.persistence.internal.unit.UnitFactory;
import org.gridloom.platform.persistence.internal.unit.UnitSource;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.validation.Checks;
import org.h2.tools.RunScript;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/**
 * A fresh database with the real migrations, the real EclipseLink and the platform's real transactions, for tests
 * outside a container:
 *
 * <pre>{@code
 * @RegisterExtension
 * final TestDatabase db = TestDatabase.of("org.gridloom.organization");
 *
 * @Test
 * void aUnitIsFoundByItsCode() {
 *     UnitStore store = new UnitStore(db.transactions());
 *     ...
 *     assertThat(db.audit()).extracting(RecordedAudit::action).containsExactly("organization.unit.created");
 * }
 * }</pre>
 *
 * <p>In an instance field every test gets a database of its own, whose counts must agree with the records when
 * the test is over; in a static field the class's tests share one. It is H2
 * in memory, or PostgreSQL where the system property {@code gridloom.test.database} says {@code postgresql}.
 */
public final class TestDatabase implements BeforeAllCallback, AfterEachCallback, AfterAllCallback, AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};
    private static final int POOL = 8;

    /** What the migrations lead to by units: on H2 as a script, on PostgreSQL as a database; only a JVM's first goes through them. */
    private static final Map<List<String>, String> MIGRATED = new ConcurrentHashMap<>();

    private static final Map<List<String>, String> TEMPLATES = new ConcurrentHashMap<>();

    private final Database database;
    private final Runnable remove;
    private final TestAccess access = new TestAccess();
    private final TestClock clock = new TestClock();
    private final Checks checks = new TestChecks();
    private final List<Runnable> commitListeners = new ArrayList<>();
    private final UnitTransactions platform;
    private final ReadOnlyMode readOnlyMode;
    private final Map<String, UnitTransactions> units = new LinkedHashMap<>();
    private final CounterTable counters;
    private boolean shared;

    private TestDatabase(DatabaseSettings settings, Runnable remove, List<UnitSource> sources) {
        this.remove = remove;
        database = new Database(settings);
        JoinedTransactions joined = new JoinedTransactions(database.pool(), access, clock, this::committed, reveal());
        platform = new UnitTransactions(joined, null);
        prepare(sources);
        joined.gate().watch();
        readOnlyMode = new StoredReadOnlyMode(joined.gate(), platform);
        counters = counters(sources);
        for (UnitSource source : sources) {
            units.put(
                    source.name(),
                    new UnitTransactions(joined, UnitFactory.open(source, joined.shared(), database.dialect())));
        }
    }

    /** A database with the platform's tables and those of the units, which must be on the class path. */
    public static TestDatabase of(String... units) {
        return "postgresql".equals(System.getProperty("gridloom.test.database"))
                ? onPostgres(POOL, units)
                : onH2(POOL, units);
    }

    /** On H2 in memory, whatever the system property says. */
    public static TestDatabase onH2(int poolSize, String... units) {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        return onH2(url, poolSize, sources(units));
    }

    static TestDatabase onH2(String url, int poolSize, List<UnitSource> units) {
        return new TestDatabase(new DatabaseSettings(url, "sa", "", poolSize), () -> {}, units);
    }

    /** On a real PostgreSQL, in a database of its own. */
    public static TestDatabase onPostgres(int poolSize, String... units) {
        return onPostgres(poolSize, sources(units));
    }

    /** As {@link #onPostgres(int, String...)}, on a server of one's own that keeps what it has over a power cut. */
    public static TestDatabase onPostgres(PostgresServer server, int poolSize, String... units) {
        List<UnitSource> sources = sources(units);
        return onPostgres(server, template(server, sources), poolSize, sources);
    }

    static TestDatabase onPostgres(int poolSize, List<UnitSource> units) {
        PostgresServer server = PostgresServer.shared();
        String template = TEMPLATES.computeIfAbsent(names(units), names -> template(server, units));
        return onPostgres(server, template, poolSize, units);
    }

    private static TestDatabase onPostgres(
            PostgresServer server, String template, int poolSize, List<UnitSource> units) {
        String name = newName();
        String url = server.create(name, template);
        DatabaseSettings settings = new DatabaseSettings(url, PostgresServer.USER, "", poolSize);
        return new TestDatabase(settings, () -> server.drop(name), units);
    }

    private static String template(PostgresServer server, List<UnitSource> units) {
        String name = newName();
        try (Database database = new Database(new DatabaseSettings(server.create(name), PostgresServer.USER, "", 1))) {
            migrate(database, units);
        }
        return name;
    }

    private static String newName() {
        return "test_" + UUID.randomUUID().toString().replace('-', '_');
    }

    private static List<String> names(List<UnitSource> units) {
        return units.stream().map(UnitSource::name).toList();
    }

    /** The transactions of the unit, or of the first where there are several. */
    public Transactions transactions() {
        return units.values().iterator().next();
    }

    public Transactions transactions(String unit) {
        Transactions found = units.get(unit);
        if (found == null) {
            throw new IllegalArgumentException("This database was not made with the unit " + unit);
        }
        return found;
    }

    /** Transactions without entities, as platform bundles use them. */
    public Transactions platform() {
        return platform;
    }

    /** The mode in which nothing is written, as the platform has it. */
    public ReadOnlyMode readOnlyMode() {
        return readOnlyMode;
    }

    /** The caller, to sign in as somebody else. */
    public TestAccess access() {
        return access;
    }

    public TestClock clock() {
        return clock;
    }

    public Checks checks() {
        return checks;
    }

    /** Called after each commit, as a {@code CommitListener} is. */
    public void onCommit(Runnable listener) {
        commitListeners.add(listener);
    }

    /** Connections outside any transaction, for tests that look at or tamper with what is stored; not in auto-commit. */
    public DataSource dataSource() {
        return database.pool();
    }

    /** Counts everything again; gives what deviated from the records, which is put right, by counter. */
    public Map<String, Long> recount() {
        return verify(true);
    }

    private Map<String, Long> verify(boolean repair) {
        try {
            return counters.verify(repair).stream()
                    .filter(report -> report.deviations() > 0)
                    .collect(Collectors.toMap(CountReport::counter, CountReport::deviations));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds changes of counts to the sums, as the platform does every few seconds. */
    public void foldCounts() {
        try {
            counters.fold();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Columns of all tables where a text lies, as {@code table.column}: to look for what must be nowhere. */
    public List<String> holding(String text) {
        return TextSearch.columns(dataSource(), text);
    }

    /** All audit entries that were committed, oldest first. */
    public List<RecordedAudit> audit() {
        return query(
                "select id, account, origin, address, action, subject, unit_code, before_json, after_json, reason"
                        + " from platform_audit order by id",
                row -> new RecordedAudit(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        json(row.getString(8)),
                        json(row.getString(9)),
                        row.getString(10)));
    }

    /** All events that were committed, oldest first. */
    public List<RecordedEvent> events() {
        return query(
                "select id, account, name, version, aggregate, unit_code, payload from platform_event order by id",
                row -> new RecordedEvent(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getString(5),
                        row.getString(6),
                        json(row.getString(7))));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        shared = true;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (shared) {
            return;
        }
        try {
            if (context.getExecutionException().isEmpty()) {
                requireCountsToAgree();
            }
        } finally {
            close();
        }
    }

    /** Fails if a count is not what the records say; asked after each test that has a database of its own. */
    public void requireCountsToAgree() {
        Map<String, Long> deviations = verify(false);
        if (!deviations.isEmpty()) {
            throw new AssertionError("Counts do not agree with the records, deviations by counter: " + deviations);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        units.values().forEach(UnitTransactions::close);
        database.close();
        remove.run();
    }

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Row<T> mapper) {
        try (Connection connection = database.pool().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            List<T> result = new ArrayList<>();
            while (rows.next()) {
                result.add(mapper.of(rows));
            }
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void committed() {
        commitListeners.forEach(Runnable::run);
    }

    private CounterTable counters(List<UnitSource> sources) {
        CounterTable table = new CounterTable(database.pool());
        try {
            for (UnitSource source : sources) {
                table.open(source.counts());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return table;
    }

    private void prepare(List<UnitSource> sources) {
        if (database.dialect() == Dialect.POSTGRESQL) {
            return; // is a copy of a migrated one
        }
        String script = MIGRATED.get(names(sources));
        if (script == null) {
            migrate(database, sources);
            MIGRATED.put(names(sources), String.join("\n", script()));
            return;
        }
        try (Connection connection = database.pool().getConnection()) {
            RunScript.execute(connection, new StringReader(script));
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void migrate(Database database, List<UnitSource> sources) {
        Migration migration = new Migration(database.pool(), database.dialect());
        try {
            migration.run(ClasspathUnits.platform());
            for (UnitSource source : sources) {
                migration.run(source);
            }
        } catch (SQLException | MigrationFailure e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> script() {
        return query("script nosettings", row -> row.getString(1)).stream()
                .filter(line -> !line.startsWith("CREATE USER"))
                .toList();
    }

    private static List<UnitSource> sources(String... units) {
        List<UnitSource> sources = new ArrayList<>();
        for (String unit : units) {
            sources.add(ClasspathUnits.find(unit));
        }
        return sources;
    }

    /** In tests, and only there, the database's own words help: {@code -Dgridloom.test.reveal=true}. */
    private static Consumer<Throwable> reveal() {
        return Boolean.getBoolean("gridloom.test.reveal")
                ? thrown -> LoggerFactory.getLogger(TestDatabase.class).warn("The database refused", thrown)
                : thrown -> {};
    }

    private static Map<String, Object> json(String text) {
        try {
            return JSON.readValue(text, MAP);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
