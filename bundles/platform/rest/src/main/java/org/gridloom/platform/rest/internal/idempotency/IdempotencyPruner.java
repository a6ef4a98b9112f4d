package org.gridloom.platform.rest.internal.idempotency;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.gridloom.platform.job.Job;
import org.gridloom.platform.job.JobHandler;
import org.gridloom.platform.job.Recurrence;
import org.gridloom.platform.tx.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Forgets answers after a day. */
@Component
public final class IdempotencyPruner implements JobHandler {

    private static final Duration INTERVAL = Duration.ofHours(1);

    private final Clock clock;

    @Activate
    public IdempotencyPruner(@Reference Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "platform.idempotencyExpiry";
    }

    @Override
    public Optional<Recurrence> recurrence() {
        return Optional.of(Recurrence.every(INTERVAL));
    }

    @Override
    public void run(Tx tx, Job job) {
        IdempotencyRows.of(tx).forgetOlderThan(clock.instant().minus(KeptAnswer.LIFETIME));
    }
}
