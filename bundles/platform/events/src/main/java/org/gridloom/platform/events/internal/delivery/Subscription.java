package org.gridloom.platform.events.internal.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gridloom.platform.event.Event;
import org.gridloom.platform.event.EventSubscriber;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.tx.Sql;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.tx.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers to one subscriber of this node. The effects of some events and the cursor are one transaction; where an event
 * fails, those before it are delivered without it and then it alone; where the commit does, all one by one.
 */
final class Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);
    private static final int BATCH = 1000;
    /** So long at most are others kept from the subscriber's cursor, plus the time of one event. */
    private static final long BATCH_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** So far may a cursor stay behind while nothing comes that its subscriber wants: moving costs a write. */
    private static final long LEAP = 1000;

    private static final long STOP_SECONDS = 15;
    private static final int ERROR_LENGTH = 500;

    private final EventSubscriber subscriber;
    private final String name;
    private final Wanted wanted;
    private final Supplier<Transactions> unit;
    private final Transactions platform;
    private final Access access;
    private final Upcasters upcasters;
    private final BackOff backOff;
    private final Clock clock;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile boolean closed;
    private boolean registered;
    private boolean behind;
    private long seen;
    /** Up to here events come singly, as some transaction of them failed and nobody knows at which. */
    private long careful;
    /** At this one a batch failed: what is before it is a batch of its own, and it is one, too. */
    private long suspect;
    /** Whether an event that was held came last: those that are due and those that are new take turns. */
    private boolean hadDue;

    /** @param unit transactions that the effects belong to; gives null while there are none */
    Subscription(
            EventSubscriber subscriber,
            Supplier<Transactions> unit,
            Transactions platform,
            Access access,
            Upcasters upcasters,
            BackOff backOff,
            Clock clock) {
        this.subscriber = subscriber;
        this.unit = unit;
        this.platform = platform;
        this.access = access;
        this.upcasters = upcasters;
        this.backOff = backOff;
        this.clock = clock;
        name = subscriber.name();
        wanted = Wanted.of(subscriber.events());
    }

    String name() {
        return name;
    }

    Wanted wanted() {
        return wanted;
    }

    EventSubscriber subscriber() {
        return subscriber;
    }

    /**
     * Delivers some of what waits; never fails because of an event.
     *
     * @return whether there may be more
     */
    boolean turn() {
        turn.lock();
        try {
            Transactions own = closed ? null : unit.get();
            behind = own != null && (behind || somethingWaits()) && deliver(own);
            return behind;
        } finally {
            turn.unlock();
        }
    }

    /** No more turns; the event under way is waited for. */
    void close() {
        closed = true;
        try {
            if (turn.tryLock(STOP_SECONDS, TimeUnit.SECONDS)) {
                turn.unlock();
            } else {
                LOG.warn("{} still deals with an event while its bundle stops", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean somethingWaits() {
        if (!registered) {
            register();
        }
        return platform.read(tx -> {
            Sql sql = Sql.of(tx);
            Log log = new Log(sql);
            long end = log.end();
            long position = new Cursor(sql, name).position().orElse(0);
            long from = Math.max(position, seen);
            if (new Held(sql, name).due(clock.instant()).isPresent()
                    || !log.next(wanted, from, end, 1).isEmpty()) {
                return true;
            }
            seen = end;
            return end - position > LEAP;
        });
    }

    private void register() {
        try {
            platform.run(tx -> {
                Sql sql = Sql.of(tx);
                Cursor cursor = new Cursor(sql, name);
                if (cursor.position().isEmpty()) {
                    cursor.create(subscriber.start() == EventSubscriber.Start.NOW ? new Log(sql).end() : 0);
                }
            });
        } catch (Problem e) {
            if (e.kind() != Problem.Kind.CONFLICT) {
                throw e;
            }
            LOG.debug("{} was registered by another node", name);
        }
        registered = true;
    }

    private boolean deliver(Transactions own) {
        Attempt attempt = new Attempt();
        try {
            return access.asSystem(name, () -> own.call(tx -> next(tx, attempt)));
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            if (!attempt.begun()) {
                throw e;
            }
            if (attempt.alone()) {
                return record(attempt, e);
            }
            if (attempt.inHand()) {
                suspect = attempt.event().position();
            } else {
                careful = attempt.event().position();
            }
            return true;
        }
    }

    private boolean next(Tx tx, Attempt attempt) {
        Sql sql = Sql.of(tx);
        Cursor cursor = new Cursor(sql, name);
        OptionalLong position = cursor.take();
        if (position.isEmpty()) {
            return false;
        }
        Held held = new Held(sql, name);
        var due = held.due(clock.instant());
        hadDue = due.isPresent() && !hadDue;
        if (hadDue) {
            attempt.again(due.get(), position.getAsLong());
            handle(tx, due.get().event());
            held.remove(due.get().event(), clock.instant());
            return true;
        }
        return forward(tx, attempt, cursor, position.getAsLong()) || due.isPresent();
    }

    private boolean forward(Tx tx, Attempt attempt, Cursor cursor, long position) {
        Log log = new Log(cursor.sql());
        Held held = new Held(cursor.sql(), name);
        long end = log.end();
        int limit = position < careful ? 1 : BATCH;
        List<Event> found = log.next(wanted, position, end, limit);
        List<Event> events = position < suspect ? apart(found) : found;
        boolean more = found.size() == limit || events.size() < found.size();
        Set<String> blocked = held.any() ? held.blocked(aggregates(events)) : Set.of();
        long reached = position;
        long deadline = System.nanoTime() + BATCH_NANOS;
        for (Event event : events) {
            if (closed || System.nanoTime() - deadline > 0) {
                more = true;
                break;
            }
            if (blocked.contains(event.aggregate())) {
                held.holdBack(event);
            } else {
                attempt.first(event, position, limit == 1 || event.position() == suspect);
                handle(tx, event);
                attempt.handled();
            }
            reached = event.position();
        }
        long next = more ? reached : end;
        if (next > position) {
            cursor.moveTo(next);
        }
        return more;
    }

    /** What comes before the one at which a batch failed, or that one alone. */
    private List<Event> apart(List<Event> events) {
        List<Event> before =
                events.stream().takeWhile(event -> event.position() < suspect).toList();
        return before.isEmpty() ? events.subList(0, Math.min(1, events.size())) : before;
    }

    private static Set<String> aggregates(List<Event> events) {
        return events.stream().map(Event::aggregate).collect(Collectors.toSet());
    }

    private void handle(Tx tx, Event event) {
        subscriber.on(tx, upcasters.newest(event));
        // Sends what is pending, so that what the database refuses is known to be of this event.
        tx.connection();
    }

    private boolean record(Attempt attempt, Throwable thrown) {
        String error = text(thrown);
        Instant now = clock.instant();
        Instant next = backOff.next(attempt.failures(), now);
        boolean recorded = platform.call(tx -> {
            Sql sql = Sql.of(tx);
            return attempt.record(new Cursor(sql, name), new Held(sql, name), now, next, error);
        });
        if (recorded) {
            log(attempt, next == null, error, thrown);
        }
        return recorded;
    }

    private void log(Attempt attempt, boolean parked, String error, Throwable thrown) {
        Event event = attempt.event();
        if (parked) {
            LOG.error("Event {} ({}) is parked for {}", event.position(), event.name(), name, thrown);
        } else {
            LOG.warn("{} failed at event {} ({}): {}", name, event.position(), event.name(), error);
        }
    }

    private static String text(Throwable thrown) {
        String message = thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
        String text = (thrown.getClass().getName() + message).replaceAll("\\s+", " ");
        return text.length() <= ERROR_LENGTH ? text : text.substring(0, ERROR_LENGTH);
    }
}
