package org.gridloom.platform.events.internal.delivery;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.gridloom.platform.events.internal.Permissions;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.Sql;
import org.gridloom.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Has all parked events tried again, so many a transaction: however many they are, delivery is kept waiting for a moment
 * only. What was interrupted is finished by calling it again.
 */
@Component(service = ParkedRetry.class)
public final class ParkedRetry {

    private static final int BATCH = 1000;
    private static final String PARKED = " from platform_event_held where attempts > 0 and next_attempt_at is null";

    private final Transactions transactions;
    private final Subscriptions subscriptions;
    private final Access access;
    private final Clock clock;

    @Activate
    public ParkedRetry(
            @Reference(target = "(osgi.unit.name=platform)") Transactions transactions,
            @Reference Subscriptions subscriptions,
            @Reference Access access,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.subscriptions = subscriptions;
        this.access = access;
        this.clock = clock;
    }

    /** One subscriber's parked events. */
    private record Heap(String subscriber, long events) {}

    /**
     * Tries each event once that is parked as this begins; one that fails again is parked again.
     *
     * @param subscriber null for all
     */
    public RetriedEvents run(String subscriber, Progress progress) {
        access.requireEverywhere(Permissions.EVENTS_MANAGE);
        List<Heap> heaps = heaps(subscriber);
        int total = (int) heaps.stream().mapToLong(Heap::events).sum();
        long done = 0;
        for (Heap heap : heaps) {
            long last = 0;
            for (List<Long> some = next(heap, last); !some.isEmpty(); some = next(heap, last)) {
                last = some.get(some.size() - 1);
                done += some.size();
                if (!progress.at((int) done, total)) {
                    return new RetriedEvents(done, false);
                }
            }
        }
        return new RetriedEvents(done, true);
    }

    private List<Heap> heaps(String subscriber) {
        return transactions.read(tx -> {
            Sql sql = Sql.of(tx);
            if (subscriber == null) {
                return sql.list(
                        row -> new Heap(row.getString(1), row.getLong(2)),
                        "select subscriber, count(*)" + PARKED + " group by subscriber order by subscriber");
            }
            if (new Cursor(sql, subscriber).position().isEmpty()) {
                throw Problem.notFound(Text.of("没有该订阅者", "There is no such subscriber"));
            }
            return List.of(
                    new Heap(subscriber, sql.count("select count(*)" + PARKED + " and subscriber = ?", subscriber)));
        });
    }

    /** By position, so that one that is parked again meanwhile is not met again. */
    private List<Long> next(Heap heap, long after) {
        List<Long> positions = transactions.call(tx -> {
            Sql sql = Sql.of(tx);
            new Cursor(sql, heap.subscriber()).await();
            Held held = new Held(sql, heap.subscriber());
            List<Long> some = held.parked(after, BATCH);
            if (!some.isEmpty()) {
                long last = some.get(some.size() - 1);
                held.retryParked(after, last, clock.instant());
                tx.audit(AuditEntry.changed(
                        "events.subscriber.retried",
                        "subscriber/" + heap.subscriber(),
                        null,
                        Map.of(),
                        Map.of("events", some.size(), "first", some.get(0), "last", last),
                        null));
            }
            return some;
        });
        if (!positions.isEmpty()) {
            subscriptions.wake(heap.subscriber());
        }
        return positions;
    }
}
