package com.example.snow.internal;

import static com.example.snow.SnowPermissions.EDIT;
import static com.example.snow.SnowPermissions.READ;

import com.example.snow.Team;
import com.example.snow.TeamDraft;
import com.example.snow.Teams;
import java.util.List;
import java.util.Set;
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
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The list of teams. */
@Component
public final class TeamSheet implements Sheet {

    private static final SheetDefinition DEFINITION = new SheetDefinition(
            "snow.teams",
            Text.of("除雪队伍", "Teams for snow"),
            EDIT,
            READ,
            Set.of("unit", "q"),
            1000,
            List.of(
                    SheetColumn.text("code", Text.of("编码", "Code")).needed().upTo(40),
                    SheetColumn.text("name", Text.of("名称", "Name")).needed().upTo(100),
                    SheetColumn.code("unit", Text.of("所属单元编码", "Unit")).needed().upTo(40),
                    SheetColumn.whole("people", Text.of("人数", "People")).needed(),
                    SheetColumn.whole("machines", Text.of("机械数", "Machines")).needed(),
                    SheetColumn.text("equipment", Text.of("装备", "Equipment")).upTo(200)));

    private final Importing importing;
    private final Teams teams;

    @Activate
    public TeamSheet(@Reference Desk desk, @Reference DefaultTeams teams) {
        this.teams = teams;
        importing = new Importing(desk, "code", (tx, row, write) -> teams.put(tx, draft(row), write));
    }

    @Override
    public SheetDefinition definition() {
        return DEFINITION;
    }

    @Override
    public ImportReport load(SheetRows rows, boolean dryRun, Progress progress) {
        return importing.load(rows, dryRun, progress);
    }

    @Override
    public void export(SheetQuery query, SheetOutput out) {
        SheetPages.each(
                query,
                Teams.SORTABLE,
                page -> teams.list(query.text("unit"), query.text("q"), page),
                it -> row(it, out));
    }

    private static TeamDraft draft(SheetRow row) {
        return new TeamDraft(
                row.text("code"),
                row.text("name"),
                row.text("unit"),
                row.whole("people"),
                row.whole("machines"),
                row.text("equipment"));
    }

    private static void row(Team it, SheetOutput out) {
        out.row(it.code(), it.name(), it.unit(), it.people(), it.machines(), it.equipment());
    }
}
