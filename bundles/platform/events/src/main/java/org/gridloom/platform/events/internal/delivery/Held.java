package org.gridloom.platform.events.internal.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridloom.platform.event.Event;
import org.gridloom.platform.tx.Sql;

/**
 * Events that a subscriber failed at, and those of the same aggregates that wait behind them. Only the first of an
 * aggregate is ever due; when it is done with, the next one is. To be changed by who has the subscriber's cursor.
 */
record Held(Sql sql, String subscriber) {

    /** One that is due, and how often it was tried before. */
    record Due(Event event, int attempts) {}

    Optional<Due> due(Instant now) {
        return sql.first(
                row -> new Due(Log.event(row), row.getInt("attempts")),
                "select " + Log.COLUMNS + ", h.attempts from platform_event_held h"
                        + " join platform_event e on e.position = h.position"
                        + " where h.subscriber = ? and h.next_attempt_at <= ?"
                        + " order by h.next_attempt_at, h.position fetch first 1 rows only",
                subscriber,
                now);
    }

    boolean any() {
        return sql.first(
                        row -> true,
                        "select 1 from platform_event_held where subscriber = ? fetch first 1 rows only",
                        subscriber)
                .isPresent();
    }

    /** Those of the aggregates of which some event is held: one statement, however many they are. */
    Set<String> blocked(Set<String> aggregates) {
        if (aggregates.isEmpty()) {
            return Set.of();
        }
        List<Object> values = new ArrayList<>(List.of(subscriber));
        values.addAll(aggregates);
        return new HashSet<>(sql.list(
                row -> row.getString(1),
                "select distinct aggregate from platform_event_held where subscriber = ? and aggregate in (?"
                        + ", ?".repeat(aggregates.size() - 1) + ")",
                values.toArray()));
    }

    /** How often it was tried; empty where it is not held. */
    Optional<Integer> attempts(long position) {
        return sql.first(
                row -> row.getInt(1),
                "select attempts from platform_event_held where subscriber = ? and position = ?",
                subscriber,
                position);
    }

    void holdBack(Event event) {
        sql.update(
                "insert into platform_event_held (subscriber, position, aggregate, attempts) values (?, ?, ?, 0)",
                subscriber,
                event.position(),
                event.aggregate());
    }

    /** @param next null where it is parked */
    void failed(Event event, int attempts, Instant at, Instant next, String error) {
        sql.update(
                "update platform_event_held set attempts = ?, failed_at = ?, next_attempt_at = ?, error = ?"
                        + " where subscriber = ? and position = ?",
                attempts,
                at,
                next,
                error,
                subscriber,
                event.position());
    }

    boolean retry(long position, Instant now) {
        return sql.update(
                        "update platform_event_held set next_attempt_at = ?"
                                + " where subscriber = ? and position = ? and attempts > 0",
                        now,
                        subscriber,
                        position)
                > 0;
    }

    /** Positions of those that wait for an operator, in their order. */
    List<Long> parked(long after, int limit) {
        return sql.list(
                row -> row.getLong(1),
                "select position from platform_event_held where subscriber = ? and position > ? and attempts > 0"
                        + " and next_attempt_at is null order by position fetch first " + limit + " rows only",
                subscriber,
                after);
    }

    void retryParked(long after, long upTo, Instant now) {
        sql.update(
                "update platform_event_held set next_attempt_at = ? where subscriber = ? and position > ?"
                        + " and position <= ? and attempts > 0 and next_attempt_at is null",
                now,
                subscriber,
                after,
                upTo);
    }

    /** It is done with: what waited behind it is due. */
    void remove(Event event, Instant now) {
        sql.update(
                "delete from platform_event_held where subscriber = ? and position = ?", subscriber, event.position());
        sql.update(
                "update platform_event_held set next_attempt_at = ? where subscriber = ? and position ="
                        + " (select min(position) from platform_event_held where subscriber = ? and aggregate = ?)",
                now,
                subscriber,
                subscriber,
                event.aggregate());
    }
}
