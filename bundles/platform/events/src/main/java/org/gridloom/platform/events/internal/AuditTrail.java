package org.gridloom.platform.events.internal;

import static org.gridloom.platform.events.internal.RecordReader.instant;
import static org.gridloom.platform.events.internal.RecordReader.json;
import static org.gridloom.platform.events.internal.RecordReader.position;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gridloom.platform.events.internal.chain.Anchors;
import org.gridloom.platform.events.internal.chain.Chain;
import org.gridloom.platform.events.internal.chain.ChainReport;
import org.gridloom.platform.events.internal.chain.Verification;
import org.gridloom.platform.events.internal.chain.Verified;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.unit.UnitScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The audit trail as its readers see it. */
@Component(service = AuditTrail.class)
public final class AuditTrail {

    public static final Set<String> SORTABLE = RecordReader.SORTABLE;

    private static final String COLUMNS =
            "id, position, hash, recorded_at, account, origin, request_id, address, action, subject,"
                    + " unit_code, before_json, after_json, reason";

    private final RecordReader reader;
    private final Verification verification;
    private final Anchors anchors;
    private final Access access;
    private final Clock clock;

    @Activate
    public AuditTrail(
            @Reference(target = "(osgi.unit.name=platform)") Transactions transactions,
            @Reference Access access,
            @Reference Anchors anchors,
            @Reference Clock clock) {
        reader = new RecordReader(transactions);
        verification = new Verification(transactions, anchors, clock);
        this.anchors = anchors;
        this.access = access;
        this.clock = clock;
    }

    /** Entries of the units in which the caller may read them, newest first; those of no unit need the whole district. */
    public Page<AuditRecord> list(AuditFilter filter, PageQuery query) {
        UnitScope scope = access.scope(Permissions.AUDIT_READ, filter.unit());
        return reader.page(
                COLUMNS, Chain.AUDIT.table(), filter.conditions(scope, clock.getZone()), query, AuditTrail::record);
    }

    /** Walks both chains, entries and events, from their first record to their last. */
    public List<ChainReport> verify() {
        access.requireEverywhere(Permissions.AUDIT_VERIFY);
        List<ChainReport> reports =
                Stream.of(Chain.values()).map(verification::verify).toList();
        anchors.verified(new Verified(clock.instant(), reports.stream().allMatch(ChainReport::whole)));
        return reports;
    }

    private static AuditRecord record(ResultSet row) throws SQLException {
        return new AuditRecord(
                row.getLong("id"),
                position(row),
                row.getString("hash"),
                instant(row, "recorded_at"),
                row.getString("account"),
                row.getString("origin"),
                row.getString("request_id"),
                row.getString("address"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("unit_code"),
                json(row.getString("before_json")),
                json(row.getString("after_json")),
                row.getString("reason"));
    }
}
