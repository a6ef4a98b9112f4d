package org.gridloom.platform.persistence.internal.osgi;

import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import org.gridloom.platform.persistence.PersistenceUnitState;
import org.gridloom.platform.persistence.PersistenceUnitState.Phase;
import org.gridloom.platform.persistence.internal.count.CounterTable;
import org.gridloom.platform.persistence.internal.db.Database;
import org.gridloom.platform.persistence.internal.migration.Migration;
import org.gridloom.platform.persistence.internal.migration.MigrationFailure;
import org.gridloom.platform.persistence.internal.tx.DatabaseErrors;
import org.gridloom.platform.persistence.internal.tx.JoinedTransactions;
import org.gridloom.platform.persistence.internal.tx.UnitTransactions;
import org.gridloom.platform.persistence.internal.unit.UnitFactory;
import org.gridloom.platform.persistence.internal.unit.UnitSource;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Transactions;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The unit of one started bundle, from its tables to its service. Opened on the platform's thread, closed on any. */
final class BundleUnit {

    private static final Logger LOG = LoggerFactory.getLogger(BundleUnit.class);
    private static final Text NONE = Text.of("", "");

    private final Bundle bundle;
    private volatile PersistenceUnitState state;
    private UnitTransactions transactions;
    private ServiceRegistration<Transactions> registration;
    private boolean gone;

    BundleUnit(Bundle bundle) {
        this.bundle = bundle;
        enter(Phase.WAITING, NONE);
    }

    PersistenceUnitState state() {
        return state;
    }

    synchronized boolean isGone() {
        return gone;
    }

    /**
     * Migrates and opens the unit, unless its bundle has stopped meanwhile.
     *
     * @return false if the database is away, so that it must be tried again
     */
    boolean open(Database database, CounterTable counters, JoinedTransactions joined) {
        if (isGone()) {
            return true;
        }
        try {
            UnitSource source = BundleUnits.read(bundle);
            enter(Phase.MIGRATING, NONE);
            new Migration(database.pool(), database.dialect()).run(source);
            counters.open(source.counts());
            publish(joined, UnitFactory.open(source, joined.shared(), database.dialect()));
        } catch (MigrationFailure e) {
            fail(e.text());
        } catch (IOException e) {
            fail(Text.of("无法读取持久化单元:%s", "Cannot read the persistence unit: %s", e.getMessage()));
        } catch (SQLException e) {
            return away(e);
        } catch (RuntimeException | LinkageError e) {
            return DatabaseErrors.isAway(e) ? away(e) : broken(e);
        }
        return true;
    }

    /** Registers without a lock held: whoever waited for the service runs inside, and is there once the unit is open. */
    private void publish(JoinedTransactions joined, EntityManagerFactory factory) {
        UnitTransactions opened = new UnitTransactions(joined, factory);
        BundleContext context = bundle.getBundleContext();
        if (context == null || !keep(opened)) {
            opened.close();
            return;
        }
        Dictionary<String, Object> properties = new Hashtable<>(Map.of("osgi.unit.name", bundle.getSymbolicName()));
        try {
            ServiceRegistration<Transactions> registered =
                    context.registerService(Transactions.class, opened, properties);
            if (!keep(registered)) {
                registered.unregister();
            }
            enter(Phase.OPEN, NONE);
            LOG.info("Persistence unit {} {} is open", bundle.getSymbolicName(), bundle.getVersion());
        } catch (IllegalStateException e) {
            LOG.debug("{} stopped while its unit was opened", bundle.getSymbolicName(), e);
        }
    }

    private synchronized boolean keep(UnitTransactions opened) {
        if (!gone) {
            transactions = opened;
        }
        return !gone;
    }

    private synchronized boolean keep(ServiceRegistration<Transactions> registered) {
        if (!gone) {
            registration = registered;
        }
        return !gone;
    }

    /** Takes the service away first, so that new calls end where it was used; then lets those under way finish. */
    void close() {
        UnitTransactions open;
        ServiceRegistration<Transactions> registered;
        synchronized (this) {
            gone = true;
            open = transactions;
            registered = registration;
            transactions = null;
            registration = null;
        }
        if (registered != null) {
            try {
                registered.unregister();
            } catch (IllegalStateException e) {
                LOG.debug("The framework took the service of {} away first", bundle.getSymbolicName(), e);
            }
        }
        if (open != null) {
            open.close();
        }
    }

    private boolean away(Throwable e) {
        enter(Phase.WAITING, Text.of("数据库暂时不可用,恢复后自动继续", "The database is away; it goes on when that is back"));
        LOG.warn(
                "Persistence unit {} waits for the database ({})",
                bundle.getSymbolicName(),
                e.getClass().getName());
        return false;
    }

    private boolean broken(Throwable e) {
        RuntimeException clean = e instanceof RuntimeException runtime ? DatabaseErrors.clean(runtime) : null;
        String reason = clean == null || clean.getMessage() == null
                ? e.getClass().getName() + ": " + e.getMessage()
                : clean.getMessage();
        fail(Text.of("无法打开持久化单元:%s", "Cannot open the persistence unit: %s", reason.replaceAll("\\s+", " ")));
        return true;
    }

    private void fail(Text message) {
        enter(Phase.FAILED, message);
        LOG.error("Module {} {} stays out: {}", bundle.getSymbolicName(), bundle.getVersion(), message.en());
    }

    private void enter(Phase phase, Text message) {
        state = new PersistenceUnitState(
                bundle.getSymbolicName(), bundle.getVersion().toString(), phase, message);
    }
}
