package org.gridloom.organization.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridloom.organization.internal.store.ImportRow;
import org.gridloom.organization.internal.store.UnitCounts;
import org.gridloom.organization.internal.store.UnitDetails;
import org.gridloom.organization.internal.store.UnitRow;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.EventDraft;
import org.gridloom.platform.tx.Tx;

/**
 * Changes units that a table records otherwise, and tells others. Each of these has an audit entry of its own with what it
 * was; what is created has nothing to be told but itself, so one entry is left for the whole import, with the file's
 * digest.
 */
final class ImportWriting {

    private final Tx tx;
    private final Territory territory;
    private final LocalDate today;
    private final Common common;

    ImportWriting(Tx tx, Territory territory, LocalDate today) {
        this.tx = tx;
        this.territory = territory;
        this.today = today;
        common = new Common(territory.layout());
    }

    /** What the row says, and where it says nothing what was recorded before. */
    static UnitDetails combined(UnitDetails before, UnitDetails row) {
        return new UnitDetails(
                row.name(),
                Optional.ofNullable(row.households()).orElse(before.households()),
                Optional.ofNullable(row.residents()).orElse(before.residents()),
                Optional.ofNullable(row.extent()).orElse(before.extent()),
                Optional.ofNullable(row.note()).orElse(before.note()));
    }

    void created(List<ImportRow> rows) {
        rows.forEach(row -> UnitCounts.began(
                tx,
                row.code(),
                row.level(),
                row.kind(),
                Optional.ofNullable(row.validFrom()).orElse(today)));
        List<String> codes = rows.stream().map(ImportRow::code).toList();
        codes.forEach(common::cover);
        tx.publish(DefaultUnitEditing.created(codes));
    }

    void change(List<ImportRow> rows) {
        Map<String, UnitRow> units =
                territory.findAll(rows.stream().map(ImportRow::code).toList(), today);
        for (ImportRow row : rows) {
            UnitRow unit = territory.store().lock(units.get(row.code()).code());
            UnitDetails details = combined(unit.details(), row.details());
            territory.store().change(unit.code(), today, details, null);
            territory.store().touch(unit.code());
            common.cover(unit.code());
            tx.audit(changed(unit, details));
            tx.publish(new EventDraft(
                    "organization.unit.changed",
                    1,
                    DefaultUnitEditing.subject(unit),
                    unit.code(),
                    Map.of(
                            "code",
                            row.code(),
                            "date",
                            today.toString(),
                            "fields",
                            List.of("households", "residents", "extent", "note"))));
        }
        // Sends all of it, entries and events too: no more than a batch is in memory.
        tx.connection();
        tx.em().clear();
    }

    private AuditEntry changed(UnitRow unit, UnitDetails details) {
        Map<String, Object> was = DefaultUnitEditing.fields(unit.details(), today);
        Map<String, Object> is = DefaultUnitEditing.fields(details, today);
        Difference difference = Difference.of(was, is);
        difference.after().put("validFrom", today.toString());
        return AuditEntry.changed(
                "organization.unit.changed",
                DefaultUnitEditing.subject(unit),
                unit.code(),
                difference.before(),
                difference.after(),
                null);
    }

    /** @param sha256 of the file */
    void record(int created, int changed, String sha256) {
        if (created + changed > 0) {
            tx.audit(AuditEntry.created(
                    "organization.units.imported",
                    "unit/" + common.code(),
                    common.code(),
                    Map.of("created", created, "changed", changed, "sha256", sha256)));
        }
    }
}
