package org.gridloom.organization.internal.coordination;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gridloom.organization.BodyMember;
import org.gridloom.organization.BodyMemberDraft;
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

/** The list of coordination bodies' members. */
@Component(service = Sheet.class)
public final class MemberSheet implements Sheet {

    private final DefaultCoordinationBodies bodies;
    private final BodyParts parts;

    @Activate
    public MemberSheet(@Reference Desk desk, @Reference DefaultCoordinationBodies bodies) {
        this.bodies = bodies;
        this.parts = new BodyParts(desk, bodies);
    }

    @Override
    public SheetDefinition definition() {
        return new SheetDefinition(
                "organization.members",
                Text.of("协调机制成员单位", "Members of coordination bodies"),
                PartyPermissions.COORDINATION_EDIT,
                PartyPermissions.COORDINATION_READ,
                Set.of(BodyParts.BODY, "asOf"),
                BodyParts.MOST,
                List.of(
                        BodyParts.column(),
                        SheetColumn.code("organization", Text.of("成员单位编码", "Organisation"))
                                .needed()
                                .aka("单位编码")
                                .as("WY0001"),
                        SheetColumn.date("validFrom", Text.of("加入日期", "Valid from"))
                                .needed()
                                .aka("起始日期")
                                .as("2026-01-01"),
                        SheetColumn.date("validTo", Text.of("退出日期", "Valid to")).aka("届满日期")));
    }

    @Override
    public ImportReport load(SheetRows rows, boolean dryRun, Progress progress) {
        return parts.load(rows, dryRun, progress, this::write);
    }

    private void write(Tx tx, SheetWriting written, SheetRow row) {
        BodyMemberDraft draft =
                new BodyMemberDraft(row.text("organization"), row.date("validFrom"), row.date("validTo"));
        String body = row.text(BodyParts.BODY);
        boolean isThere = new CoordinationStore(tx.em())
                .lasting(body, draft.organization(), draft.validFrom()).stream()
                        .anyMatch(each -> each.validFrom().equals(draft.validFrom())
                                && Objects.equals(each.validTo(), draft.validTo()));
        if (isThere) {
            written.unchanged();
        } else if (Tried.on(row, () -> bodies.join(tx, body, draft), "organization", Map.of()) != null) {
            written.created();
        }
    }

    @Override
    public void export(SheetQuery query, SheetOutput out) {
        parts.each(query, body -> {
            for (BodyMember each : bodies.members(body, query.date("asOf"))) {
                out.row(each.body(), each.organization(), each.validFrom(), each.validTo());
            }
        });
    }
}
