package org.gridloom.platform.rest.internal.idempotency;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.internal.problem.SafeTrace;
import org.gridloom.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets answers after a day. */
@Component(
        service = {},
        immediate = true)
public final class IdempotencyPruner {

    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyPruner.class);

    private final Transactions transactions;
    private final Clock clock;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "gridloom-idempotency"));

    @Activate
    public IdempotencyPruner(
            @Reference(target = "(osgi.unit.name=platform)") Transactions transactions, @Reference Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
        timer.scheduleWithFixedDelay(this::tryToPrune, 1, 60, TimeUnit.MINUTES);
    }

    @Deactivate
    void deactivate() {
        timer.shutdownNow();
    }

    private void tryToPrune() {
        try {
            prune();
        } catch (Problem notNow) {
            LOG.info("Old idempotency rows stay for another hour: {}", notNow.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("Old idempotency rows stay for another hour", SafeTrace.of(e));
        }
    }

    int prune() {
        return transactions.call(
                tx -> IdempotencyRows.of(tx).forgetOlderThan(clock.instant().minus(KeptAnswer.LIFETIME)));
    }
}
