package org.gridloom.platform.persistence.internal.osgi;

import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gridloom.platform.persistence.internal.count.CounterTable;
import org.gridloom.platform.persistence.internal.tx.DatabaseErrors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Folds the counts every few seconds. Never interrupted: an interrupt amid a write would close H2's file. */
final class FoldingThread implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FoldingThread.class);
    private static final long SECONDS = 5;
    private static final long STOP_SECONDS = 15;

    private final CounterTable counters;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "gridloom-counts"));
    private boolean well = true;

    FoldingThread(CounterTable counters) {
        this.counters = counters;
    }

    void start() {
        timer.scheduleWithFixedDelay(this::fold, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private void fold() {
        try {
            counters.fold();
            well = true;
        } catch (SQLException | RuntimeException e) {
            if (well) {
                LOG.warn("Counts are folded later", DatabaseErrors.clean(new IllegalStateException(e)));
            }
            well = false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        timer.shutdown();
        if (!timer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("Counts were still being folded");
        }
    }
}
