package org.gridloom.platform.events.internal.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridloom.platform.event.Event;
import org.gridloom.platform.tx.Sql;

/** The sealed events, in their order. */
record Log(Sql sql) {

    static final String COLUMNS =
            "e.position, e.name, e.version, e.aggregate, e.unit_code, e.recorded_at, e.account, e.payload";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    /** Position of the last event. Asked first, so that everything up to it is seen by what is asked next. */
    long end() {
        return sql.first(row -> row.getLong(1), "select position from platform_seal where chain = 'event'")
                .orElse(0L);
    }

    List<Event> next(Wanted wanted, long after, long upTo, int limit) {
        return sql.list(
                Log::event,
                "select " + COLUMNS + " from platform_event e where e.position > ? and e.position <= ? and "
                        + wanted.condition() + " order by e.position fetch first " + limit + " rows only",
                values(after, upTo, wanted));
    }

    long count(Wanted wanted, long after, long upTo) {
        return sql.first(
                        row -> row.getLong(1),
                        "select count(*) from platform_event where position > ? and position <= ? and "
                                + wanted.condition(),
                        values(after, upTo, wanted))
                .orElse(0L);
    }

    static Event event(ResultSet row) throws SQLException {
        return new Event(
                row.getLong("position"),
                row.getString("name"),
                row.getInt("version"),
                row.getString("aggregate"),
                row.getString("unit_code"),
                Sql.instant(row, "recorded_at"),
                row.getString("account"),
                payload(row.getString("payload")));
    }

    private static Map<String, Object> payload(String text) {
        try {
            return JSON.readValue(text, MAP);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The payload is no JSON object", e);
        }
    }

    private static Object[] values(long after, long upTo, Wanted wanted) {
        List<Object> values = new ArrayList<>(List.of(after, upTo));
        values.addAll(wanted.values());
        return values.toArray();
    }
}
