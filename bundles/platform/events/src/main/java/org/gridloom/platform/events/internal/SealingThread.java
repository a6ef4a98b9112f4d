package org.gridloom.platform.events.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.gridloom.platform.events.internal.chain.Anchors;
import org.gridloom.platform.events.internal.chain.Chain;
import org.gridloom.platform.events.internal.chain.Sealer;
import org.gridloom.platform.events.internal.delivery.SealListener;
import org.gridloom.platform.persistence.CommitListener;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals soon after this node commits, and every few seconds what other nodes left; then the ends are anchored. It is never interrupted: an interrupt
 * amid a write would close H2's file.
 */
@Component(service = CommitListener.class, immediate = true)
public final class SealingThread implements CommitListener {

    private static final Logger LOG = LoggerFactory.getLogger(SealingThread.class);
    private static final long POLL_SECONDS = 3;
    /** Commits that come close together are sealed together. */
    private static final long GATHER_MILLIS = 100;

    private static final long STOP_SECONDS = 15;

    private final Sealer sealer;
    private final Anchors anchors;
    private final List<SealListener> listeners = new CopyOnWriteArrayList<>();
    private final Semaphore work = new Semaphore(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "gridloom-sealer");

    @Activate
    public SealingThread(
            @Reference(target = "(osgi.unit.name=platform)") Transactions transactions, @Reference Anchors anchors) {
        sealer = new Sealer(transactions);
        this.anchors = anchors;
        thread.setDaemon(true);
        thread.start();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addListener(SealListener listener) {
        listeners.add(listener);
    }

    void removeListener(SealListener listener) {
        listeners.remove(listener);
    }

    @Override
    public void committed() {
        if (Thread.currentThread() != thread && work.availablePermits() == 0) {
            work.release();
        }
    }

    @Deactivate
    public void close() throws InterruptedException {
        stopped.countDown();
        work.release();
        thread.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
    }

    private void run() {
        try {
            boolean well = true;
            while (!stopped.await(GATHER_MILLIS, TimeUnit.MILLISECONDS)) {
                if (work.tryAcquire(POLL_SECONDS, TimeUnit.SECONDS)) {
                    work.drainPermits();
                }
                well = seal(well);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean seal(boolean well) {
        if (stopped.getCount() == 0) {
            return well;
        }
        try {
            sealer.seal(Chain.AUDIT);
            if (sealer.seal(Chain.EVENT) > 0) {
                listeners.forEach(SealListener::sealed);
            }
            anchors.keep();
            if (!well) {
                LOG.info("Sealing goes on");
            }
            return true;
        } catch (Problem e) {
            if (well && e.kind() == Problem.Kind.READ_ONLY) {
                LOG.info("Sealing waits until the district can be written to");
            } else if (well) {
                LOG.warn("Sealing waits: {}", e.getMessage());
            }
            return false;
        } catch (RuntimeException e) {
            if (well) {
                LOG.error("Sealing failed; trying on", e);
            }
            return false;
        }
    }
}
