package org.gridloom.organization.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridloom.organization.OutsideOrganizationDraft;
import org.gridloom.organization.OutsideOrganizationFilter;
import org.gridloom.organization.OutsideOrganizations;
import org.gridloom.organization.PartyImport;
import org.gridloom.organization.PartyPermissions;
import org.gridloom.organization.internal.OrganizationImport.Entry;
import org.gridloom.organization.internal.domain.Family;
import org.gridloom.organization.internal.domain.Particulars;
import org.gridloom.platform.sheet.ImportProgress;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.sheet.Sheet;
import org.gridloom.platform.sheet.SheetColumn;
import org.gridloom.platform.sheet.SheetDefinition;
import org.gridloom.platform.sheet.SheetOutput;
import org.gridloom.platform.sheet.SheetPages;
import org.gridloom.platform.sheet.SheetQuery;
import org.gridloom.platform.sheet.SheetRow;
import org.gridloom.platform.sheet.SheetRows;
import org.gridloom.platform.sheet.Tried;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The list of outside organisations. */
@Component(service = {Sheet.class, OutsideSheet.class})
public final class OutsideSheet implements Sheet {

    private final Desk desk;
    private final SheetWork work;
    private final OutsideOrganizations outside;

    @Activate
    public OutsideSheet(@Reference Desk desk, @Reference OutsideOrganizations outside) {
        this.desk = desk;
        this.work = new SheetWork(desk);
        this.outside = outside;
    }

    @Override
    public SheetDefinition definition() {
        return new SheetDefinition(
                "organization.outside",
                Text.of("外部单位", "Outside organisations"),
                PartyPermissions.OUTSIDE_EDIT,
                PartyPermissions.OUTSIDE_READ,
                Set.of("unit", "type", "serving", "q", "asOf"),
                PartyImport.MAX_ROWS,
                List.of(
                        SheetColumn.code("code", Text.of("编码", "Code"))
                                .needed()
                                .aka("单位编码")
                                .as("WY001"),
                        SheetColumn.text("name", Text.of("名称", "Name"))
                                .needed()
                                .aka("单位名称")
                                .as("示例物业"),
                        SheetColumn.text("type", Text.of("类型", "Type"))
                                .needed()
                                .offering(VocabularyChoices.types(work.words(), Family.OUTSIDE))
                                .aka("单位类型", "单位性质"),
                        SheetColumn.code("seat", Text.of("所在单元编码", "Seat"))
                                .needed()
                                .as("210102001001"),
                        SheetColumn.date("validFrom", Text.of("起始日期", "Valid from"))
                                .needed()
                                .as("2026-01-01"),
                        SheetColumn.text("covers", Text.of("覆盖单元编码", "Serves"))
                                .upTo(10_000)
                                .aka("服务单元编码")
                                .explained(Text.of("多个用分号隔开", "Several with ; between them")),
                        SheetColumn.text("note", Text.of("备注", "Note"))));
    }

    @Override
    public ImportReport load(SheetRows rows, boolean dryRun, Progress progress) {
        return OrganizationImport.load(
                desk,
                Family.OUTSIDE,
                PartyPermissions.OUTSIDE_EDIT,
                rows,
                this::entry,
                dryRun,
                new ImportProgress(progress));
    }

    private Optional<Entry> entry(SheetRow row) {
        LocalDate from = row.date("validFrom");
        OutsideOrganizationDraft draft = new OutsideOrganizationDraft(
                row.text("code"),
                row.text("name"),
                row.text("type"),
                row.text("seat"),
                row.list("covers"),
                from,
                row.text("note"));
        Tried.on(row, () -> desk.valid(draft), "code", Map.of("serves", "covers"));
        return row.isFaulty()
                ? Optional.empty()
                : Optional.of(new Entry(
                        row,
                        draft.code(),
                        new Particulars(
                                draft.name(), null, draft.type(), null, draft.seat(), draft.serves(), draft.note()),
                        from));
    }

    @Override
    public void export(SheetQuery query, SheetOutput out) {
        OutsideOrganizationFilter filter = new OutsideOrganizationFilter(
                query.text("unit"), query.text("type"), query.text("serving"), query.text("q"), query.date("asOf"));
        SheetPages.each(
                query,
                OutsideOrganizations.SORTABLE,
                page -> outside.list(filter, page),
                each -> out.row(
                        each.code(),
                        each.name(),
                        each.type(),
                        each.seat(),
                        each.validFrom(),
                        each.serves(),
                        each.note()));
    }
}
