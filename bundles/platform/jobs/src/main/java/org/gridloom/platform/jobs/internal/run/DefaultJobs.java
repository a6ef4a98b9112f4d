package org.gridloom.platform.jobs.internal.run;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gridloom.platform.job.Job;
import org.gridloom.platform.job.Jobs;
import org.gridloom.platform.jobs.internal.store.JobRows;
import org.gridloom.platform.tx.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Schedules on the caller's connection. */
@Component(service = {Jobs.class, DefaultJobs.class})
public final class DefaultJobs implements Jobs {

    private final Clock clock;
    private final AtomicBoolean urgent = new AtomicBoolean();

    @Activate
    public DefaultJobs(@Reference Clock clock) {
        this.clock = clock;
    }

    @Override
    public void schedule(Tx tx, String name, String key, Instant dueAt, Map<String, ?> payload) {
        require("name", name);
        require("key", key);
        new JobRows(tx.connection()).put(name, key, dueAt, payload);
        if (!dueAt.isAfter(clock.instant())) {
            hurry();
        }
    }

    @Override
    public boolean cancel(Tx tx, String name, String key) {
        require("key", key);
        return new JobRows(tx.connection()).remove(name, key);
    }

    @Override
    public Optional<Job> find(Tx tx, String name, String key) {
        require("key", key);
        return new JobRows(tx.connection()).find(name, key);
    }

    /** Something is due once the transaction under way is committed. */
    public void hurry() {
        urgent.set(true);
    }

    /** Whether something became due since this was asked last. */
    boolean takeUrgent() {
        return urgent.getAndSet(false);
    }

    private static void require(String field, String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException(field + " must have 1 to " + LONGEST + " characters");
        }
    }
}
