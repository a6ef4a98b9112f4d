package org.gridloom.platform.jobs.internal.run;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.gridloom.platform.job.JobHandler;
import org.gridloom.platform.jobs.internal.store.JobRows;
import org.gridloom.platform.jobs.internal.store.JobRows.Taken;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.tx.EventDraft;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.tx.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the jobs of one handler of this node, one at a time: a job's effect and its being done are one transaction. */
final class Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    /** More than there are nodes that could have one of them. */
    private static final int LOOK_AHEAD = 16;

    private static final long STOP_SECONDS = 15;
    private static final int ERROR_LENGTH = 500;

    private final JobHandler handler;
    private final String name;
    private final Supplier<Transactions> unit;
    private final Transactions platform;
    private final Access access;
    private final ParkingListener parking;
    private final Clock clock;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile boolean closed;
    private volatile boolean registered;

    /** @param unit transactions that the effects belong to; gives null while there are none */
    Worker(
            JobHandler handler,
            Supplier<Transactions> unit,
            Transactions platform,
            Access access,
            ParkingListener parking,
            Clock clock) {
        this.handler = handler;
        this.unit = unit;
        this.platform = platform;
        this.access = access;
        this.parking = parking;
        this.clock = clock;
        name = handler.name();
    }

    String name() {
        return name;
    }

    JobHandler handler() {
        return handler;
    }

    /** Whether its recurring job is known to be there, or not to be. */
    boolean isRegistered() {
        return registered;
    }

    /**
     * Does one job, if one is due; never fails because of the job.
     *
     * @return whether there may be more
     */
    boolean turn() {
        turn.lock();
        try {
            Transactions own = closed ? null : unit.get();
            return own != null && next(own);
        } finally {
            turn.unlock();
        }
    }

    /** No more turns; the job under way is waited for. */
    void close() {
        closed = true;
        try {
            if (turn.tryLock(STOP_SECONDS, TimeUnit.SECONDS)) {
                turn.unlock();
            } else {
                LOG.warn("{} still does a job while its bundle stops", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean next(Transactions own) {
        if (!registered) {
            register();
        }
        Instant now = clock.instant();
        for (long id : platform.read(tx -> new JobRows(tx.connection()).due(name, now, LOOK_AHEAD))) {
            if (run(own, id)) {
                return true;
            }
        }
        return false;
    }

    private void register() {
        Instant now = clock.instant();
        try {
            platform.run(tx -> {
                JobRows rows = new JobRows(tx.connection());
                handler.recurrence()
                        .ifPresentOrElse(
                                recurrence -> rows.recur(name, recurrence.next(now, clock.getZone())),
                                () -> rows.remove(name, JobRows.RECURRING));
            });
        } catch (Problem e) {
            if (e.kind() != Problem.Kind.CONFLICT) {
                throw e;
            }
            LOG.debug("{} was registered by another node", name);
        }
        registered = true;
    }

    private boolean run(Transactions own, long id) {
        AtomicReference<Taken> begun = new AtomicReference<>();
        try {
            return access.asSystem(name, () -> own.call(tx -> run(tx, id, begun)));
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            if (begun.get() == null) {
                throw e;
            }
            return access.asSystem(name, () -> record(begun.get(), e));
        }
    }

    private boolean run(Tx tx, long id, AtomicReference<Taken> begun) {
        JobRows rows = new JobRows(tx.connection());
        Taken job = rows.take(id, clock.instant()).orElse(null);
        if (job == null) {
            return false;
        }
        begun.set(job);
        handler.run(tx, job.job());
        // Sends what is pending, so that what the database refuses is known to be of this job.
        tx.connection();
        if (job.isRecurring()) {
            rows.done(job, clock.instant(), nextTime());
        } else {
            rows.done(job);
        }
        return true;
    }

    /** Whether this node has dealt with the failure, and not another one with the job. */
    private boolean record(Taken job, Throwable thrown) {
        String error = text(thrown);
        Instant now = clock.instant();
        int failures = job.attempts() + 1;
        Instant again = BackOff.next(failures, now);
        boolean parked = again == null && !job.isRecurring();
        boolean recorded = platform.call(tx -> {
            JobRows rows = new JobRows(tx.connection());
            if (!rows.takeAgain(job)) {
                return false;
            }
            if (again == null && job.isRecurring()) {
                Instant next = nextTime();
                rows.failed(job, now, next, error);
                rows.postponed(job, next);
            } else {
                rows.failed(job, now, again, error);
            }
            if (parked) {
                tx.publish(new EventDraft(
                        "jobs.job.parked",
                        1,
                        "job/" + job.id(),
                        null,
                        Map.of("name", name, "key", job.job().key())));
            }
            return true;
        });
        if (recorded) {
            log(job, again == null, error, thrown);
        }
        if (recorded && parked) {
            parking.parked(job.id(), job.job());
        }
        return recorded;
    }

    private Instant nextTime() {
        return handler.recurrence().orElseThrow().next(clock.instant(), clock.getZone());
    }

    private void log(Taken job, boolean given, String error, Throwable thrown) {
        if (given) {
            LOG.error("Job {} ({}) failed too often", job.id(), name, thrown);
        } else {
            LOG.warn("Job {} ({}) failed: {}", job.id(), name, error);
        }
    }

    private static String text(Throwable thrown) {
        String message = thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
        String text = (thrown.getClass().getName() + message).replaceAll("\\s+", " ");
        return text.length() <= ERROR_LENGTH ? text : text.substring(0, ERROR_LENGTH);
    }
}
