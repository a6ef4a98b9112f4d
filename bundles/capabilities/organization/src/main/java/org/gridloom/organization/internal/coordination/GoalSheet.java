package org.gridloom.organization.internal.coordination;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridloom.organization.BodyGoal;
import org.gridloom.organization.BodyGoalDraft;
import org.gridloom.organization.PartyPermissions;
import org.gridloom.organization.internal.Desk;
import org.gridloom.organization.internal.store.CoordinationStore;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.sheet.Sheet;
import org.gridloom.platform.sheet.SheetColumn;
import org.gridloom.platform.sheet.SheetDefinition;
import org.gridloom.platform.sheet.SheetOutput;
import org.gridloom.platform.sheet.SheetQuery;
import org.gridloom.platform.sheet.SheetRow;
import org.gridloom.platform.sheet.SheetRows;
import org.gridloom.platform.sheet.SheetWriting;
import org.gridloom.platform.sheet.Tried;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The list of coordination bodies' goals. */
@Component(service = Sheet.class)
public final class GoalSheet implements Sheet {

    private static final int LONGEST = 500;

    private final Desk desk;
    private final DefaultCoordinationBodies bodies;
    private final BodyParts parts;

    @Activate
    public GoalSheet(@Reference Desk desk, @Reference DefaultCoordinationBodies bodies) {
        this.desk = desk;
        this.bodies = bodies;
        this.parts = new BodyParts(desk, bodies);
    }

    @Override
    public SheetDefinition definition() {
        return new SheetDefinition(
                "organization.goals",
                Text.of("协调机制年度目标", "Goals of coordination bodies"),
                PartyPermissions.COORDINATION_EDIT,
                PartyPermissions.COORDINATION_READ,
                Set.of(BodyParts.BODY),
                BodyParts.MOST,
                List.of(
                        BodyParts.column(),
                        SheetColumn.whole("year", Text.of("年度", "Year"))
                                .needed()
                                .aka("年份")
                                .as("2026"),
                        SheetColumn.text("text", Text.of("目标", "Goal"))
                                .needed()
                                .upTo(LONGEST)
                                .aka("年度目标", "目标内容")
                                .as("全年解决共性难题 12 件")));
    }

    @Override
    public ImportReport load(SheetRows rows, boolean dryRun, Progress progress) {
        return parts.load(rows, dryRun, progress, this::write);
    }

    private void write(Tx tx, SheetWriting written, SheetRow row) {
        String body = row.text(BodyParts.BODY);
        BodyGoalDraft draft = new BodyGoalDraft(row.whole("year"), row.text("text"));
        Tried.on(row, () -> desk.valid(draft), "text", Map.of());
        if (row.isFaulty()) {
            return;
        }
        boolean isThere = new CoordinationStore(tx.em())
                .goals(body, draft.year()).stream().map(BodyGoal::text).anyMatch(draft.text()::equals);
        if (isThere) {
            written.unchanged();
        } else {
            bodies.addGoal(tx, body, draft);
            written.created();
        }
    }

    @Override
    public void export(SheetQuery query, SheetOutput out) {
        parts.each(query, body -> {
            for (BodyGoal each : bodies.goals(body, null)) {
                out.row(each.body(), each.year(), each.text());
            }
        });
    }
}
