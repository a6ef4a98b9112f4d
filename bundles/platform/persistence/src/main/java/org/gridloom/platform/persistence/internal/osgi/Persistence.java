package org.gridloom.platform.persistence.internal.osgi;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.gridloom.platform.persistence.CommitListener;
import org.gridloom.platform.persistence.CountReport;
import org.gridloom.platform.persistence.Counters;
import org.gridloom.platform.persistence.ModuleTables;
import org.gridloom.platform.persistence.PersistenceUnitState;
import org.gridloom.platform.persistence.PersistenceUnitState.Phase;
import org.gridloom.platform.persistence.PersistenceUnits;
import org.gridloom.platform.persistence.PoolState;
import org.gridloom.platform.persistence.ReadOnlyMode;
import org.gridloom.platform.persistence.internal.count.CounterTable;
import org.gridloom.platform.persistence.internal.db.Database;
import org.gridloom.platform.persistence.internal.db.DatabaseSettings;
import org.gridloom.platform.persistence.internal.migration.DatabaseTables;
import org.gridloom.platform.persistence.internal.migration.Migration;
import org.gridloom.platform.persistence.internal.migration.MigrationFailure;
import org.gridloom.platform.persistence.internal.readonly.StoredReadOnlyMode;
import org.gridloom.platform.persistence.internal.tx.DatabaseErrors;
import org.gridloom.platform.persistence.internal.tx.JoinedTransactions;
import org.gridloom.platform.persistence.internal.tx.UnitTransactions;
import org.gridloom.platform.security.Callers;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Transactions;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the database, then a unit for each started bundle that carries one. All of it happens on a thread of its own,
 * which ends when there is nothing to do, so that neither a framework thread waits nor thread-locals stay.
 */
@Component(
        service = {PersistenceUnits.class, Counters.class},
        immediate = true)
public final class Persistence implements PersistenceUnits, Counters, BundleTrackerCustomizer<BundleUnit> {

    private static final Logger LOG = LoggerFactory.getLogger(Persistence.class);
    private static final long RETRY_SECONDS = 2;
    private static final int QUIET_RETRIES = 15;
    private static final Text NONE = Text.of("", "");
    private static final Text AWAY = Text.of("等待数据库", "Waits for the database");

    private final BundleContext context;
    private final Database database;
    private final JoinedTransactions joined;
    private final CounterTable counters;
    private final ReadOnlyMode mode;
    private final FoldingThread folding;
    private final List<CommitListener> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final ThreadPoolExecutor thread;
    private final BundleTracker<BundleUnit> tracker;
    private final UnitTransactions platform;
    private ServiceRegistration<Transactions> registration;
    private ServiceRegistration<ReadOnlyMode> modeRegistration;
    private ServiceRegistration<ModuleTables> tablesRegistration;
    private volatile PersistenceUnitState platformState;

    @Activate
    public Persistence(BundleContext context, @Reference Callers callers, @Reference Clock clock) {
        this.context = context;
        DatabaseSettings settings = DatabaseSettings.from(System::getenv);
        database = new Database(settings);
        joined = new JoinedTransactions(database.pool(), callers, clock, this::committed, thrown -> {});
        platform = new UnitTransactions(joined, null);
        counters = new CounterTable(database.pool());
        mode = new StoredReadOnlyMode(joined.gate(), platform);
        folding = new FoldingThread(this::fold);
        thread = new ThreadPoolExecutor(
                1,
                1,
                5,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                work -> new Thread(work, "gridloom-persistence"));
        thread.allowCoreThreadTimeOut(true);
        tracker = new BundleTracker<>(context, Bundle.STARTING | Bundle.ACTIVE, this);
        enter(Phase.WAITING, AWAY);
        LOG.info("Database: {}", settings);
        thread.execute(this::open);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addListener(CommitListener listener) {
        listeners.add(listener);
    }

    void removeListener(CommitListener listener) {
        listeners.remove(listener);
    }

    @Deactivate
    void close() throws InterruptedException {
        stopped.countDown();
        unregister();
        thread.shutdown();
        if (!thread.awaitTermination(30, TimeUnit.SECONDS)) {
            thread.shutdownNow();
        }
        folding.close();
        platform.close();
        database.close();
    }

    @Override
    public List<PersistenceUnitState> states() {
        List<PersistenceUnitState> states = new ArrayList<>();
        states.add(platformState);
        tracker.getTracked().values().stream()
                .map(BundleUnit::state)
                .sorted(Comparator.comparing(PersistenceUnitState::unit))
                .forEach(states::add);
        return states;
    }

    @Override
    public List<CountReport> verify(boolean repair) {
        try {
            return repair ? joined.gate().pass(database.pool(), () -> counters.verify(true)) : counters.verify(false);
        } catch (SQLException | RuntimeException e) {
            throw DatabaseErrors.clean(new IllegalStateException(e));
        }
    }

    @Override
    public boolean reachable() {
        try {
            database.check();
            return true;
        } catch (SQLException e) {
            LOG.debug("The database does not answer, SQLState {}", e.getSQLState());
            return false;
        }
    }

    @Override
    public PoolState pool() {
        return database.state();
    }

    @Override
    public BundleUnit addingBundle(Bundle bundle, BundleEvent event) {
        if (!BundleUnits.isUnit(bundle)) {
            return null;
        }
        BundleUnit unit = new BundleUnit(bundle);
        try {
            thread.execute(() -> open(unit));
        } catch (RejectedExecutionException e) {
            LOG.debug("The platform stops; {} is not opened", bundle.getSymbolicName(), e);
        }
        return unit;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, BundleUnit unit) {
        // From STARTING to ACTIVE: the same unit.
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, BundleUnit unit) {
        unit.close();
    }

    private void open() {
        try {
            while (!isStopped() && !prepare()) {
                pause();
            }
        } catch (MigrationFailure e) {
            enter(Phase.FAILED, e.text());
            LOG.error("The platform's own tables cannot be prepared: {}", e.getMessage());
        } catch (RuntimeException e) {
            enter(Phase.FAILED, Text.of("平台无法启动", "The platform cannot start"));
            LOG.error("The platform's own tables cannot be prepared", DatabaseErrors.clean(e));
        }
    }

    /** Makes the platform's own tables and begins to open units; false if the database went away meanwhile. */
    private boolean prepare() throws MigrationFailure {
        awaitDatabase();
        try {
            enter(Phase.MIGRATING, NONE);
            database.recover();
            new Migration(database.pool(), database.dialect()).run(BundleUnits.platform(context.getBundle()));
        } catch (SQLException e) {
            enter(Phase.WAITING, AWAY);
            LOG.warn("The database went away while its tables were prepared (SQLState {}); trying on", state(e));
            return false;
        }
        enter(Phase.OPEN, NONE);
        joined.gate().watch();
        register();
        folding.start();
        return true;
    }

    private void open(BundleUnit unit) {
        while (!isStopped() && !unit.open(database, counters, joined)) {
            pause();
        }
    }

    /** However long it takes: containers start in any order. */
    private void awaitDatabase() {
        for (int failures = 0; !isStopped(); failures++) {
            try {
                database.check();
                return;
            } catch (SQLException e) {
                if (failures % QUIET_RETRIES == 0) {
                    LOG.warn(
                            "The database cannot be reached (SQLState {}): check GRIDLOOM_DB_URL, GRIDLOOM_DB_USER and"
                                    + " GRIDLOOM_DB_PASSWORD and that it runs; trying on",
                            state(e));
                }
                pause();
            }
        }
    }

    private static String state(SQLException e) {
        return e.getCause() instanceof SQLException cause ? cause.getSQLState() : e.getSQLState();
    }

    private synchronized void register() {
        if (!isStopped()) {
            tracker.open();
            Dictionary<String, Object> properties = new Hashtable<>(Map.of("osgi.unit.name", "platform"));
            modeRegistration = context.registerService(ReadOnlyMode.class, mode, new Hashtable<>());
            tablesRegistration =
                    context.registerService(ModuleTables.class, new DatabaseTables(database), new Hashtable<>());
            registration = context.registerService(Transactions.class, platform, properties);
        }
    }

    private synchronized void unregister() {
        tracker.close();
        if (registration != null) {
            registration.unregister();
            modeRegistration.unregister();
            tablesRegistration.unregister();
            registration = null;
        }
    }

    private Object fold() throws SQLException {
        return joined.gate().pass(database.pool(), () -> {
            counters.fold();
            return null;
        });
    }

    private void committed() {
        listeners.forEach(CommitListener::committed);
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private void pause() {
        try {
            if (stopped.await(RETRY_SECONDS, TimeUnit.SECONDS)) {
                LOG.debug("Stops while waiting for the database");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void enter(Phase phase, Text message) {
        platformState = new PersistenceUnitState(
                "platform", context.getBundle().getVersion().toString(), phase, message);
    }
}
