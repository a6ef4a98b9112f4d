package org.gridloom.platform.events.internal.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.gridloom.platform.event.Event;
import org.gridloom.platform.events.internal.Permissions;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.Sql;
import org.gridloom.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Delivery as operators see it. Subscribers serve the whole district, so all of it needs the permission there. */
@Component(service = EventDelivery.class)
public final class EventDelivery {

    private static final int REASON_LENGTH = 500;

    private static final String STANDINGS = """
            select c.subscriber, c.position,
              (select count(*) from platform_event_held h
                where h.subscriber = c.subscriber and h.attempts > 0 and h.next_attempt_at is not null) retried,
              (select count(*) from platform_event_held h
                where h.subscriber = c.subscriber and h.attempts > 0 and h.next_attempt_at is null) parked,
              (select count(*) from platform_event_held h
                where h.subscriber = c.subscriber and h.attempts = 0) held_back
            from platform_event_cursor c order by c.subscriber""";

    private static final String LAST_FAILURE = "select failed_at, error from platform_event_held"
            + " where subscriber = ? and attempts > 0 order by failed_at desc, position desc fetch first 1 rows only";

    private static final String FAILED = """
            select h.subscriber, h.position, e.name, h.aggregate, e.unit_code, e.recorded_at, h.attempts,
              h.next_attempt_at, h.failed_at, h.error,
              (select count(*) from platform_event_held b where b.subscriber = h.subscriber
                and b.aggregate = h.aggregate and b.attempts = 0) held_back
            from platform_event_held h join platform_event e on e.position = h.position where h.attempts > 0""";

    private static final String EVENT = "select " + Log.COLUMNS + " from platform_event_held h"
            + " join platform_event e on e.position = h.position"
            + " where h.subscriber = ? and h.position = ? and h.attempts > 0";

    private record Failure(Instant at, String error) {}

    private final Transactions transactions;
    private final Subscriptions subscriptions;
    private final Access access;
    private final Clock clock;

    @Activate
    public EventDelivery(
            @Reference(target = "(osgi.unit.name=platform)") Transactions transactions,
            @Reference Subscriptions subscriptions,
            @Reference Access access,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.subscriptions = subscriptions;
        this.access = access;
        this.clock = clock;
    }

    /** All that this district has ever had, by name. */
    public List<SubscriberStanding> subscribers() {
        access.requireEverywhere(Permissions.EVENTS_MANAGE);
        return transactions.read(tx -> {
            Sql sql = Sql.of(tx);
            return sql.list(row -> standing(sql, row), STANDINGS);
        });
    }

    /**
     * What subscribers failed at, the latest first.
     *
     * @param subscriber null for all
     */
    public Page<FailedEvent> failed(String subscriber, PageQuery query) {
        access.requireEverywhere(Permissions.EVENTS_MANAGE);
        String where = subscriber == null ? "" : " and h.subscriber = ?";
        Object[] values = subscriber == null ? new Object[0] : new Object[] {subscriber};
        return transactions.read(tx -> {
            Sql sql = Sql.of(tx);
            List<FailedEvent> events = sql.list(
                    EventDelivery::failed,
                    FAILED + where + " order by h.failed_at desc, h.subscriber, h.position offset " + query.offset()
                            + " rows fetch next " + query.size() + " rows only",
                    values);
            return Page.of(
                    events,
                    query,
                    () -> sql.first(
                                    row -> row.getLong(1),
                                    "select count(*) from platform_event_held h where h.attempts > 0" + where,
                                    values)
                            .orElse(0L));
        });
    }

    /** Tries the event again now; if that goes well, what it held back comes next. */
    public void retry(String subscriber, long position) {
        change(
                "events.event.retried",
                subscriber,
                position,
                null,
                (held, event) -> held.retry(event.position(), clock.instant()));
    }

    /** Leaves the event out for this subscriber, for good; what it held back comes next. */
    public void skip(String subscriber, long position, String reason) {
        if (reason == null || reason.isBlank() || reason.length() > REASON_LENGTH) {
            access.requireEverywhere(Permissions.EVENTS_MANAGE);
            throw Problem.invalid(
                    "reason", Text.of("请说明原因,不超过 %d 字", "Say why, in no more than %d characters", REASON_LENGTH));
        }
        change("events.event.skipped", subscriber, position, reason, (held, event) -> {
            held.remove(event, clock.instant());
            return true;
        });
    }

    private void change(
            String action, String subscriber, long position, String reason, BiPredicate<Held, Event> change) {
        access.requireEverywhere(Permissions.EVENTS_MANAGE);
        transactions.run(tx -> {
            Sql sql = Sql.of(tx);
            new Cursor(sql, subscriber).await();
            Event event = sql.first(Log::event, EVENT, subscriber, position).orElseThrow(EventDelivery::none);
            if (!change.test(new Held(sql, subscriber), event)) {
                throw none();
            }
            tx.audit(AuditEntry.changed(
                    action,
                    "event/" + position,
                    event.unit(),
                    Map.of(),
                    Map.of("subscriber", subscriber, "event", event.name()),
                    reason));
        });
        subscriptions.wake(subscriber);
    }

    private SubscriberStanding standing(Sql sql, ResultSet row) throws SQLException {
        String name = row.getString("subscriber");
        long position = row.getLong("position");
        Log log = new Log(sql);
        Long waiting = subscriptions
                .find(name)
                .map(subscription -> log.count(subscription.wanted(), position, log.end()))
                .orElse(null);
        Failure last = sql.first(
                        failure -> new Failure(Sql.instant(failure, "failed_at"), failure.getString("error")),
                        LAST_FAILURE,
                        name)
                .orElse(new Failure(null, null));
        return new SubscriberStanding(
                name,
                waiting != null,
                position,
                waiting,
                row.getLong("retried"),
                row.getLong("parked"),
                row.getLong("held_back"),
                last.at(),
                last.error());
    }

    private static FailedEvent failed(ResultSet row) throws SQLException {
        return new FailedEvent(
                row.getString("subscriber"),
                row.getLong("position"),
                row.getString("name"),
                row.getString("aggregate"),
                row.getString("unit_code"),
                Sql.instant(row, "recorded_at"),
                row.getInt("attempts"),
                row.getObject("next_attempt_at") == null,
                Sql.instant(row, "next_attempt_at"),
                Sql.instant(row, "failed_at"),
                row.getString("error"),
                row.getLong("held_back"));
    }

    private static Problem none() {
        return Problem.notFound(Text.of("该订阅者没有这个失败的事件", "This subscriber did not fail at such an event"));
    }
}
