package org.gridloom.platform.persistence.internal.osgi;

import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gridloom.platform.persistence.internal.readonly.WriteGate;
import org.gridloom.platform.persistence.internal.tx.DatabaseErrors;
import org.gridloom.platform.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Folds the counts every few seconds. Never interrupted: an interrupt amid a write would close H2's file. */
final class FoldingThread implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FoldingThread.class);
    private static final long SECONDS = 5;
    private static final long STOP_SECONDS = 15;

    private final WriteGate.Work<?> folding;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "gridloom-counts"));
    private boolean well = true;

    FoldingThread(WriteGate.Work<?> folding) {
        this.folding = folding;
    }

    void start() {
        timer.scheduleWithFixedDelay(this::fold, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private void fold() {
        try {
            folding.run();
            well = true;
        } catch (SQLException | RuntimeException e) {
            if (e instanceof Problem problem && problem.kind() == Problem.Kind.READ_ONLY) {
                return;
            }
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
