package org.gridloom.platform.events.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gridloom.platform.events.internal.chain.Chain;
import org.gridloom.platform.persistence.Indispensable;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.unit.UnitScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The audit trail as lines of JSON for whoever keeps or verifies it elsewhere: each entry with its position, the hash
 * before it, its own, and all that its hash covers, in the order in which it does. Taking it away is an entry itself.
 */
@Component(service = AuditExport.class)
public final class AuditExport {

    private static final int CHUNK = 2000;
    private static final ObjectMapper JSON = new ObjectMapper()
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);

    private final Transactions transactions;
    private final Access access;
    private final Clock clock;

    /** Writes entries somewhere. */
    @FunctionalInterface
    public interface Lines {
        void writeTo(OutputStream out) throws IOException;
    }

    @Activate
    public AuditExport(
            @Reference(target = "(osgi.unit.name=platform)") Transactions transactions,
            @Reference Access access,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.access = access;
        this.clock = clock;
    }

    /**
     * The entries of the units in which the caller may read them, oldest first, in memory only some at a time.
     *
     * @throws org.gridloom.platform.problem.Problem before anything is written, where the caller may not
     */
    public Lines export(AuditFilter filter) {
        UnitScope scope = access.scope(Permissions.AUDIT_READ, filter.unit());
        record(filter);
        return out -> write(filter, scope, out);
    }

    /** Notes that entries are taken away, where the caller may. */
    void record(AuditFilter filter) {
        access.scope(Permissions.AUDIT_READ, filter.unit());
        Indispensable.run(() -> transactions.run(tx ->
                tx.audit(AuditEntry.created("audit.trail.exported", "audit/trail", filter.unit(), told(filter)))));
    }

    private void write(AuditFilter filter, UnitScope scope, OutputStream out) throws IOException {
        long last = 0;
        List<Map<String, Object>> lines;
        do {
            Conditions conditions = filter.conditions(scope, clock.getZone()).after("id", last);
            lines = transactions.read(tx -> {
                try (PreparedStatement select = tx.connection().prepareStatement(sql(conditions))) {
                    conditions.bind(select);
                    return lines(select);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            for (Map<String, Object> line : lines) {
                JSON.writeValue(out, line);
                out.write('\n');
                last = Long.parseLong((String) line.get("id"));
            }
        } while (lines.size() == CHUNK);
        out.flush();
    }

    private static String sql(Conditions conditions) {
        return "select position, previous_hash, hash, " + Chain.AUDIT.columns() + " from " + Chain.AUDIT.table()
                + conditions.sql() + " order by id fetch first " + CHUNK + " rows only";
    }

    private static List<Map<String, Object>> lines(PreparedStatement select) throws SQLException {
        List<Map<String, Object>> lines = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("position", RecordReader.position(row));
                line.put("previous_hash", row.getString("previous_hash"));
                line.put("hash", row.getString("hash"));
                line.putAll(Chain.AUDIT.fields(row));
                lines.add(line);
            }
        }
        return lines;
    }

    private static Map<String, Object> told(AuditFilter filter) {
        Map<String, Object> told = new TreeMap<>();
        told.put("from", Objects.toString(filter.from(), null));
        told.put("to", Objects.toString(filter.to(), null));
        told.put("account", filter.account());
        told.put("address", filter.address());
        told.put("action", filter.action());
        told.put("subject", filter.subject());
        told.values().removeIf(Objects::isNull);
        return told;
    }
}
