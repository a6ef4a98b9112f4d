package org.gridloom.organization.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridloom.organization.PartyImport;
import org.gridloom.organization.PartyOrganizationDraft;
import org.gridloom.organization.PartyOrganizationFilter;
import org.gridloom.organization.PartyOrganizations;
import org.gridloom.organization.PartyPermissions;
import org.gridloom.organization.internal.OrganizationImport.Entry;
import org.gridloom.organization.internal.domain.Family;
import org.gridloom.organization.internal.domain.Particulars;
import org.gridloom.organization.internal.domain.Words;
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

/** The list of party organisations. */
@Component(service = {Sheet.class, PartySheet.class})
public final class PartySheet implements Sheet {

    private final Desk desk;
    private final SheetWork work;
    private final PartyOrganizations party;

    @Activate
    public PartySheet(@Reference Desk desk, @Reference PartyOrganizations party) {
        this.desk = desk;
        this.work = new SheetWork(desk);
        this.party = party;
    }

    @Override
    public SheetDefinition definition() {
        Words words = work.words();
        return new SheetDefinition(
                "organization.party",
                Text.of("党组织", "Party organisations"),
                PartyPermissions.PARTY_EDIT,
                PartyPermissions.PARTY_READ,
                Set.of("unit", "level", "type", "covering", "q", "asOf"),
                PartyImport.MAX_ROWS,
                List.of(
                        SheetColumn.code("code", Text.of("编码", "Code"))
                                .needed()
                                .aka("组织编码", "党组织编码")
                                .as("ZB001"),
                        SheetColumn.text("name", Text.of("名称", "Name"))
                                .needed()
                                .aka("组织名称", "党组织名称")
                                .as("示例党支部"),
                        SheetColumn.text("level", Text.of("层级", "Level"))
                                .needed()
                                .offering(VocabularyChoices.levels(words))
                                .aka("组织层级"),
                        SheetColumn.text("type", Text.of("类型", "Type"))
                                .needed()
                                .offering(VocabularyChoices.types(words, Family.PARTY))
                                .aka("组织类型", "组织类别"),
                        SheetColumn.code("parent", Text.of("上级编码", "Parent"))
                                .expected()
                                .aka("上级组织编码")
                                .explained(Text.of("最高一级留空", "Empty at the highest level")),
                        SheetColumn.code("seat", Text.of("所在单元编码", "Seat"))
                                .needed()
                                .as("210102001001"),
                        SheetColumn.date("validFrom", Text.of("起始日期", "Valid from"))
                                .needed()
                                .aka("成立日期", "成立时间")
                                .as("2026-01-01"),
                        SheetColumn.text("covers", Text.of("覆盖单元编码", "Covers"))
                                .upTo(10_000)
                                .explained(
                                        Text.of("多个用分号隔开,留空为所在单元", "Several with ; between them, the seat if empty")),
                        SheetColumn.text("note", Text.of("备注", "Note"))));
    }

    @Override
    public ImportReport load(SheetRows rows, boolean dryRun, Progress progress) {
        return OrganizationImport.load(
                desk,
                Family.PARTY,
                PartyPermissions.PARTY_EDIT,
                rows,
                this::entry,
                dryRun,
                new ImportProgress(progress));
    }

    private Optional<Entry> entry(SheetRow row) {
        LocalDate from = row.date("validFrom");
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
        Tried.on(row, () -> desk.valid(draft), "code", Map.of());
        return row.isFaulty()
                ? Optional.empty()
                : Optional.of(new Entry(
                        row,
                        draft.code(),
                        new Particulars(
                                draft.name(),
                                draft.level(),
                                draft.type(),
                                draft.parent(),
                                draft.seat(),
                                draft.covers(),
                                draft.note()),
                        from));
    }

    @Override
    public void export(SheetQuery query, SheetOutput out) {
        PartyOrganizationFilter filter = new PartyOrganizationFilter(
                query.text("unit"),
                query.text("level"),
                query.text("type"),
                query.text("covering"),
                query.text("q"),
                query.date("asOf"));
        SheetPages.each(
                query,
                PartyOrganizations.SORTABLE,
                page -> party.list(filter, page),
                each -> out.row(
                        each.code(),
                        each.name(),
                        each.level(),
                        each.type(),
                        each.parent(),
                        each.seat(),
                        each.validFrom(),
                        each.covers(),
                        each.note()));
    }
}
