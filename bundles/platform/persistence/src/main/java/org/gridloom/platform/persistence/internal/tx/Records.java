package org.gridloom.platform.persistence.internal.tx;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.gridloom.platform.security.Caller;
import org.gridloom.platform.security.Callers;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.EventDraft;

/** Audit entries and events of one transaction, on their way to its connection. Positions and hashes come after the commit. */
final class Records {

    private static final String AUDIT = """
            insert into platform_audit
              (recorded_at, account, origin, request_id, address, action, subject, unit_code, before_json, after_json,
               reason)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String EVENT = """
            insert into platform_event
              (recorded_at, account, request_id, name, version, aggregate, unit_code, payload)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final Caller NOBODY = new Caller(Caller.NOBODY, "system", null);

    private final Callers callers;
    private final Clock clock;
    private final List<Object[]> entries = new ArrayList<>();
    private final List<Object[]> events = new ArrayList<>();

    Records(Callers callers, Clock clock) {
        this.callers = callers;
        this.clock = clock;
    }

    void add(AuditEntry entry) {
        Caller caller = caller();
        entries.add(new Object[] {
            now(),
            caller.account(),
            caller.origin(),
            caller.requestId(),
            caller.address(),
            entry.action(),
            entry.subject(),
            entry.unit(),
            Json.write(entry.before()),
            Json.write(entry.after()),
            entry.reason() == null ? caller.reason() : entry.reason()
        });
    }

    void add(EventDraft event) {
        Caller caller = caller();
        events.add(new Object[] {
            now(),
            caller.account(),
            caller.requestId(),
            event.name(),
            event.version(),
            event.aggregate(),
            event.unit(),
            Json.write(event.payload())
        });
    }

    void write(Connection connection) {
        try {
            insert(connection, AUDIT, entries);
            insert(connection, EVENT, events);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void insert(Connection connection, String sql, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    if (row[i] == null) {
                        statement.setNull(i + 1, Types.VARCHAR);
                    } else {
                        statement.setObject(i + 1, row[i]);
                    }
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
        rows.clear();
    }

    private Caller caller() {
        return callers.current().orElse(NOBODY);
    }

    /** As exact as every database keeps it, so that the hash of what is read is the hash of what was written. */
    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
