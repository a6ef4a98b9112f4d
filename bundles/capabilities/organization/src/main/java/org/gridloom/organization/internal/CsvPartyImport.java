package org.gridloom.organization.internal;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gridloom.organization.OutsideOrganizationDraft;
import org.gridloom.organization.PartyImport;
import org.gridloom.organization.PartyOrganizationDraft;
import org.gridloom.organization.PartyPermissions;
import org.gridloom.organization.internal.OrganizationImport.Entry;
import org.gridloom.organization.internal.Sheet.Column;
import org.gridloom.organization.internal.domain.Family;
import org.gridloom.organization.internal.domain.Particulars;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.tx.Transactions.Work;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads lists of organisations, people and posts. */
@Component
public final class CsvPartyImport implements PartyImport {

    private static final List<Column> PARTY = List.of(
            Column.needed("code", "编码"),
            Column.needed("name", "名称"),
            Column.needed("level", "层级"),
            Column.needed("type", "类型"),
            Column.needed("parent", "上级编码"),
            Column.needed("seat", "所在单元编码"),
            Column.needed("validFrom", "起始日期"),
            Column.optional("covers", "覆盖单元编码"),
            Column.optional("note", "备注"));

    private static final List<Column> OUTSIDE = List.of(
            Column.needed("code", "编码"),
            Column.needed("name", "名称"),
            Column.needed("type", "类型"),
            Column.needed("seat", "所在单元编码"),
            Column.needed("validFrom", "起始日期"),
            Column.optional("covers", "覆盖单元编码"),
            Column.optional("note", "备注"));

    private static final List<Column> POSTS = List.of(
            Column.needed("person", "人员编号"),
            Column.needed("name", "姓名"),
            Column.needed("unit", "所属单元编码"),
            Column.optional("sex", "性别"),
            Column.optional("birthYear", "出生年"),
            Column.optional("politicalStatus", "政治面貌"),
            Column.optional("kind", "职务"),
            Column.optional("at", "任职单位编码"),
            Column.optional("validFrom", "任职日期"),
            Column.optional("validTo", "届满日期"),
            Column.optional("crossAppointment", "交叉任职单位编码"),
            Column.optional("represents", "代表单位编码"),
            Column.optional("note", "备注"));

    private final Desk desk;

    @Activate
    public CsvPartyImport(@Reference Desk desk) {
        this.desk = desk;
    }

    @Override
    public ImportReport partyOrganizations(InputStream csv, boolean dryRun, Progress progress) throws IOException {
        desk.access().require(PartyPermissions.PARTY_EDIT);
        ImportFaults faults = new ImportFaults();
        List<SheetRow> rows = new Sheet(PARTY, MAX_ROWS, faults).read(csv);
        List<Entry> entries = entries(rows, this::partyOrganization);
        ImportProgress watched = new ImportProgress(progress);
        return in(
                dryRun,
                tx -> new OrganizationImport(desk, Family.PARTY, PartyPermissions.PARTY_EDIT, faults, watched)
                        .run(tx, entries, rows, dryRun));
    }

    @Override
    public ImportReport outsideOrganizations(InputStream csv, boolean dryRun, Progress progress) throws IOException {
        desk.access().require(PartyPermissions.OUTSIDE_EDIT);
        ImportFaults faults = new ImportFaults();
        List<SheetRow> rows = new Sheet(OUTSIDE, MAX_ROWS, faults).read(csv);
        List<Entry> entries = entries(rows, this::outsideOrganization);
        ImportProgress watched = new ImportProgress(progress);
        return in(
                dryRun,
                tx -> new OrganizationImport(desk, Family.OUTSIDE, PartyPermissions.OUTSIDE_EDIT, faults, watched)
                        .run(tx, entries, rows, dryRun));
    }

    @Override
    public ImportReport posts(InputStream csv, boolean dryRun, Progress progress) throws IOException {
        desk.access().require(PartyPermissions.PERSON_EDIT);
        desk.access().require(PartyPermissions.POST_APPOINT);
        ImportFaults faults = new ImportFaults();
        List<SheetRow> rows = new Sheet(POSTS, MAX_ROWS, faults).read(csv);
        ImportProgress watched = new ImportProgress(progress);
        return in(dryRun, tx -> new PostImport(desk, tx, faults, watched).run(rows, dryRun));
    }

    private <T> T in(boolean dryRun, Work<T> work) {
        return dryRun ? desk.transactions().read(work) : desk.transactions().call(work);
    }

    private static List<Entry> entries(List<SheetRow> rows, Function<SheetRow, Optional<Entry>> read) {
        return rows.stream().map(read).flatMap(Optional::stream).toList();
    }

    private Optional<Entry> partyOrganization(SheetRow row) {
        LocalDate from = row.date("validFrom");
        if (row.text("validFrom") == null) {
            row.needed("validFrom");
        }
        PartyOrganizationDraft draft = new PartyOrganizationDraft(
                row.text("code"),
                row.text("name"),
                row.text("level"),
                row.text("type"),
                row.text("parent"),
                row.text("seat"),
                row.list("covers"),
                from,
                row.text("note"));
        row.tried(() -> desk.valid(draft), "code", Map.of());
        return entry(
                row,
                draft.code(),
                from,
                () -> new Particulars(
                        draft.name(),
                        draft.level(),
                        draft.type(),
                        draft.parent(),
                        draft.seat(),
                        draft.covers(),
                        draft.note()));
    }

    private Optional<Entry> outsideOrganization(SheetRow row) {
        LocalDate from = row.date("validFrom");
        if (row.text("validFrom") == null) {
            row.needed("validFrom");
        }
        OutsideOrganizationDraft draft = new OutsideOrganizationDraft(
                row.text("code"),
                row.text("name"),
                row.text("type"),
                row.text("seat"),
                row.list("covers"),
                from,
                row.text("note"));
        row.tried(() -> desk.valid(draft), "code", Map.of("serves", "covers"));
        return entry(
                row,
                draft.code(),
                from,
                () -> new Particulars(
                        draft.name(), null, draft.type(), null, draft.seat(), draft.serves(), draft.note()));
    }

    private static Optional<Entry> entry(
            SheetRow row, String code, LocalDate from, java.util.function.Supplier<Particulars> what) {
        return row.isFaulty() ? Optional.empty() : Optional.of(new Entry(row, code, what.get(), from));
    }
}
