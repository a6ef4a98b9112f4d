package org.gridloom.organization.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridloom.organization.CoordinationBodies;
import org.gridloom.organization.CoordinationBodyDraft;
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

/** The list of coordination bodies. */
@Component(service = Sheet.class)
public final class CoordinationSheet implements Sheet {

    private final Desk desk;
    private final SheetWork work;
    private final CoordinationBodies bodies;

    @Activate
    public CoordinationSheet(@Reference Desk desk, @Reference CoordinationBodies bodies) {
        this.desk = desk;
        this.work = new SheetWork(desk);
        this.bodies = bodies;
    }

    @Override
    public SheetDefinition definition() {
        return new SheetDefinition(
                "organization.bodies",
                Text.of("协调机制", "Coordination bodies"),
                PartyPermissions.COORDINATION_EDIT,
                PartyPermissions.COORDINATION_READ,
                Set.of("unit", "asOf"),
                PartyImport.MAX_ROWS,
                List.of(
                        SheetColumn.code("code", Text.of("编码", "Code")).needed().as("XT210102021"),
                        SheetColumn.text("name", Text.of("名称", "Name"))
                                .needed()
                                .aka("机制名称")
                                .as("长白街道党建引领基层治理协调机制"),
                        SheetColumn.text("type", Text.of("类型", "Type"))
                                .needed()
                                .offering(VocabularyChoices.types(work.words(), Family.BODY)),
                        SheetColumn.code("unit", Text.of("单元编码", "Unit"))
                                .needed()
                                .as("210102021"),
                        SheetColumn.date("validFrom", Text.of("起始日期", "Valid from"))
                                .needed()
                                .aka("成立日期")
                                .as("2026-01-01"),
                        SheetColumn.text("note", Text.of("备注", "Note"))));
    }

    @Override
    public ImportReport load(SheetRows rows, boolean dryRun, Progress progress) {
        return OrganizationImport.load(
                desk,
                Family.BODY,
                PartyPermissions.COORDINATION_EDIT,
                rows,
                this::entry,
                dryRun,
                new ImportProgress(progress));
    }

    private Optional<Entry> entry(SheetRow row) {
        CoordinationBodyDraft draft = new CoordinationBodyDraft(
                row.text("code"),
                row.text("name"),
                row.text("type"),
                row.text("unit"),
                row.date("validFrom"),
                row.text("note"));
        Tried.on(row, () -> desk.valid(draft), "code", Map.of());
        return row.isFaulty()
                ? Optional.empty()
                : Optional.of(new Entry(
                        row,
                        draft.code(),
                        new Particulars(draft.name(), null, draft.type(), null, draft.unit(), List.of(), draft.note()),
                        draft.validFrom()));
    }

    @Override
    public void export(SheetQuery query, SheetOutput out) {
        SheetPages.each(
                query,
                CoordinationBodies.SORTABLE,
                page -> bodies.list(query.text("unit"), query.date("asOf"), page),
                each -> out.row(each.code(), each.name(), each.type(), each.unit(), each.validFrom(), each.note()));
    }
}
