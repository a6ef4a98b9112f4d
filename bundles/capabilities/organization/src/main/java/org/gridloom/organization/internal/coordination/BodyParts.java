package org.gridloom.organization.internal.coordination;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.gridloom.organization.CoordinationBodies;
import org.gridloom.organization.CoordinationBody;
import org.gridloom.organization.PartyPermissions;
import org.gridloom.organization.internal.Desk;
import org.gridloom.organization.internal.store.Locks;
import org.gridloom.platform.sheet.ImportProgress;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.sheet.SheetColumn;
import org.gridloom.platform.sheet.SheetPages;
import org.gridloom.platform.sheet.SheetQuery;
import org.gridloom.platform.sheet.SheetRow;
import org.gridloom.platform.sheet.SheetRows;
import org.gridloom.platform.sheet.SheetWriting;
import org.gridloom.platform.sheet.Tried;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Tx;

/** What the lists of members, goals and tasks of coordination bodies have in common: each row names its body. */
final class BodyParts {

    static final String BODY = "body";
    static final int MOST = 10_000;

    private final Desk desk;
    private final DefaultCoordinationBodies bodies;

    BodyParts(Desk desk, DefaultCoordinationBodies bodies) {
        this.desk = desk;
        this.bodies = bodies;
    }

    static SheetColumn column() {
        return SheetColumn.code(BODY, Text.of("机制编码", "Body")).needed().as("XT210102021");
    }

    /** Writes a row without faults so far whose body the caller may change. */
    interface Writing {
        void write(Tx tx, SheetWriting written, SheetRow row);
    }

    ImportReport load(SheetRows rows, boolean dryRun, Progress progress, Writing writing) {
        desk.access().require(PartyPermissions.COORDINATION_EDIT);
        ImportProgress watched = new ImportProgress(progress);
        Set<String> editable = new HashSet<>();
        return SheetWriting.load(desk.transactions(), rows, dryRun, (tx, written) -> {
            new Locks(tx.em()).takeAll();
            rows.each(row -> {
                watched.at(rows.read(), -1);
                if (!row.isFaulty() && !editable.contains(row.text(BODY))) {
                    Tried.on(row, () -> bodies.editable(tx, row.text(BODY)), BODY, Map.of());
                }
                if (!row.isFaulty()) {
                    editable.add(row.text(BODY));
                    writing.write(tx, written, row);
                }
            });
        });
    }

    /** The body that was asked for, or each within the caller's scope. */
    void each(SheetQuery query, Consumer<String> work) {
        String body = query.text(BODY);
        if (body != null) {
            work.accept(body);
            return;
        }
        SheetPages.each(
                new SheetQuery(Map.of(), null),
                CoordinationBodies.SORTABLE,
                page -> bodies.list(null, null, page).map(CoordinationBody::code),
                work);
    }
}
