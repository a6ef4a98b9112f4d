package org.gridloom.platform.events.internal.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.gridloom.platform.event.Event;
import org.gridloom.platform.tx.Sql;
import org.gridloom.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How far subscribers are behind, for the platform itself: asks nothing of a caller. */
@Component(service = Lags.class)
public final class Lags {

    private static final String CURSORS = """
            select c.subscriber, c.position,
              (select count(*) from platform_event_held h
                where h.subscriber = c.subscriber and h.attempts > 0 and h.next_attempt_at is null) parked
            from platform_event_cursor c order by c.subscriber""";

    private final Transactions transactions;
    private final Subscriptions subscriptions;

    @Activate
    public Lags(
            @Reference(target = "(osgi.unit.name=platform)") Transactions transactions,
            @Reference Subscriptions subscriptions) {
        this.transactions = transactions;
        this.subscriptions = subscriptions;
    }

    /** By name. */
    public List<Lag> all() {
        return transactions.read(tx -> {
            Sql sql = Sql.of(tx);
            return sql.list(row -> lag(sql, row), CURSORS);
        });
    }

    private Lag lag(Sql sql, ResultSet row) throws SQLException {
        String name = row.getString("subscriber");
        long position = row.getLong("position");
        long parked = row.getLong("parked");
        Log log = new Log(sql);
        return subscriptions
                .find(name)
                .map(subscription -> {
                    long end = log.end();
                    List<Event> next = log.next(subscription.wanted(), position, end, 1);
                    return next.isEmpty()
                            ? new Lag(name, true, 0, null, parked)
                            : new Lag(
                                    name,
                                    true,
                                    log.count(subscription.wanted(), position, end),
                                    next.get(0).at(),
                                    parked);
                })
                .orElse(new Lag(name, false, 0, null, parked));
    }
}
