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

/** Changes units that a table records otherwise, tells others, and leaves one entry for the whole import. */
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
            territory.store().change(unit.code(), today, combined(unit.details(), row.details()), null);
            territory.store().touch(unit.code());
            common.cover(unit.code());
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
        tx.em().flush();
        tx.em().clear();
    }

    void record(int created, int changed) {
        if (created + changed > 0) {
            tx.audit(AuditEntry.created(
                    "organization.units.imported",
                    "unit/" + common.code(),
                    common.code(),
                    Map.of("created", created, "changed", changed)));
        }
    }
}
