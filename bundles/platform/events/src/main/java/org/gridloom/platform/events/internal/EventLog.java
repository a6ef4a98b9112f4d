package org.gridloom.platform.events.internal;

import static org.gridloom.platform.events.internal.RecordReader.instant;
import static org.gridloom.platform.events.internal.RecordReader.json;
import static org.gridloom.platform.events.internal.RecordReader.position;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Set;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The log of published events as its readers see it. */
@Component(service = EventLog.class)
public final class EventLog {

    public static final Set<String> SORTABLE = RecordReader.SORTABLE;

    private static final String COLUMNS =
            "id, position, recorded_at, account, name, version, aggregate, unit_code, payload";

    private final RecordReader reader;
    private final Access access;
    private final Clock clock;

    @Activate
    public EventLog(
            @Reference(target = "(osgi.unit.name=platform)") Transactions transactions,
            @Reference Access access,
            @Reference Clock clock) {
        reader = new RecordReader(transactions);
        this.access = access;
        this.clock = clock;
    }

    /** Events of the units in which the caller may read them, newest first; those of no unit need the whole district. */
    public Page<EventRecord> list(EventFilter filter, PageQuery query) {
        Conditions conditions = new Conditions()
                .within("unit_code", access.scope(Permissions.EVENTS_READ, filter.unit()))
                .days("recorded_at", filter.from(), filter.to(), clock.getZone())
                .named("name", filter.name())
                .equal("aggregate", filter.aggregate());
        return reader.page(COLUMNS, "platform_event", conditions, query, EventLog::record);
    }

    private static EventRecord record(ResultSet row) throws SQLException {
        return new EventRecord(
                row.getLong("id"),
                position(row),
                row.getString("name"),
                row.getInt("version"),
                row.getString("aggregate"),
                row.getString("unit_code"),
                instant(row, "recorded_at"),
                row.getString("account"),
                json(row.getString("payload")));
    }
}
