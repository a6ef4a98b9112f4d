package org.gridloom.platform.events.internal.delivery;

import java.util.OptionalLong;
import org.gridloom.platform.tx.Sql;

/** Up to where a subscriber has dealt with the log. */
record Cursor(Sql sql, String subscriber) {

    private static final String SELECT = "select position from platform_event_cursor where subscriber = ?";

    OptionalLong position() {
        return read(SELECT);
    }

    /** The position, for this transaction only; empty while another has it. Ends with the connection of a node that died. */
    OptionalLong take() {
        return read(SELECT + " for update skip locked");
    }

    /** As {@link #take}, but waits for a delivery that is under way; empty for a subscriber that never was. */
    OptionalLong await() {
        return read(SELECT + " for update");
    }

    void create(long position) {
        sql.update("insert into platform_event_cursor (subscriber, position) values (?, ?)", subscriber, position);
    }

    void moveTo(long position) {
        sql.update("update platform_event_cursor set position = ? where subscriber = ?", position, subscriber);
    }

    private OptionalLong read(String select) {
        return sql.first(row -> row.getLong(1), select, subscriber)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }
}
