package org.gridloom.platform.attachments.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gridloom.platform.attachments.internal.store.ContentStore;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cleans up once a day; of several nodes the one that takes it upon itself first. */
@Component(
        service = {},
        immediate = true)
public final class CleanUpTimer {

    private static final Logger LOG = LoggerFactory.getLogger(CleanUpTimer.class);
    private static final Duration EVERY = Duration.ofDays(1);

    private final Transactions transactions;
    private final Access access;
    private final Clock clock;
    private final CleanUp cleanUp;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "gridloom-attachments"));

    @Activate
    public CleanUpTimer(
            @Reference(target = "(osgi.unit.name=org.gridloom.platform.attachments)") Transactions transactions,
            @Reference Access access,
            @Reference Clock clock,
            @Reference CleanUp cleanUp) {
        this.transactions = transactions;
        this.access = access;
        this.clock = clock;
        this.cleanUp = cleanUp;
        timer.scheduleWithFixedDelay(this::tryToClean, 10, 60, TimeUnit.MINUTES);
    }

    @Deactivate
    void deactivate() {
        timer.shutdownNow();
    }

    private void tryToClean() {
        try {
            cleanIfDue();
        } catch (Problem e) {
            LOG.warn("Attachments are not cleaned up: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("Attachments are not cleaned up: {}", e.toString());
        }
    }

    /** Whether it was due. */
    boolean cleanIfDue() {
        Instant now = clock.instant();
        if (!transactions.call(tx -> new ContentStore(tx).takeCleaning(now, now.plus(EVERY)))) {
            return false;
        }
        CleanUp.Cleaned cleaned = access.asSystem("attachments", () -> {
            try {
                return cleanUp.run(false);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        LOG.info("Cleaned up: {}", cleaned);
        return true;
    }
}
