package org.gridloom.organization.internal;

import java.time.LocalDate;
import java.util.List;
import org.gridloom.organization.internal.domain.Family;
import org.gridloom.organization.internal.store.BoundaryStore;
import org.gridloom.organization.internal.store.OrganizationQuery;
import org.gridloom.organization.internal.store.OrganizationStore;
import org.gridloom.organization.internal.store.PostQuery;
import org.gridloom.organization.internal.store.PostStore;
import org.gridloom.organization.internal.store.UnitQuery;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.unit.Consequence;
import org.gridloom.platform.unit.PlannedRestructuring;
import org.gridloom.platform.unit.PlannedRestructuring.Kind;
import org.gridloom.platform.unit.RestructuringConsequences;
import org.gridloom.platform.unit.UnitScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What becomes of the organisation's own records: seats, posts, boundaries. */
@Component
public final class RecordConsequences implements RestructuringConsequences {

    private final Desk desk;

    @Activate
    public RecordConsequences(@Reference Desk desk) {
        this.desk = desk;
    }

    @Override
    public List<Consequence> of(PlannedRestructuring planned) {
        UnitScope scope = planned.scope();
        LocalDate date = planned.date();
        return desk.transactions().read(tx -> {
            OrganizationStore organizations = new OrganizationStore(tx);
            return List.of(
                    seated(
                            planned,
                            Text.of("个党组织", "party organisations"),
                            organizations.count(
                                    OrganizationQuery.of(Family.PARTY, date).seatedIn(scope)),
                            "party-organizations"),
                    seated(
                            planned,
                            Text.of("个外部单位", "outside organisations"),
                            organizations.count(
                                    OrganizationQuery.of(Family.OUTSIDE, date).seatedIn(scope)),
                            "outside-organizations"),
                    seated(
                            planned,
                            Text.of("个协调机制", "coordination bodies"),
                            organizations.count(
                                    OrganizationQuery.of(Family.BODY, date).seatedIn(scope)),
                            "coordination-bodies"),
                    seated(
                            planned,
                            Text.of("个在任职务", "posts that are held"),
                            new PostStore(tx.em()).count(PostQuery.heldOn(date).in(scope)),
                            "posts"),
                    new Consequence(
                            boundaries(planned.kind()),
                            new BoundaryStore(tx.em())
                                    .count(UnitQuery.validOn(date).in(scope)),
                            null));
        });
    }

    private static Consequence seated(PlannedRestructuring planned, Text what, long count, String list) {
        Text then = switch (planned.kind()) {
            case MOVE -> Text.of("随单元转移", "which go along with the unit");
            case MERGE -> Text.of("计入合并后的单元", "which then count for the merged unit");
            case SPLIT -> Text.of("此后只计入上级单元,须另行安排", "which then count for the unit above only, until assigned anew");
            case CLOSE -> Text.of("所在单元不复存在,须另行安排", "whose unit is gone, until assigned anew");
        };
        return new Consequence(
                Text.of("%1$s,%2$s", "%3$s, %4$s", what.zh(), then.zh(), what.en(), then.en()),
                count,
                drillDown(planned, list));
    }

    /** Only a list of one unit and all below it shows exactly what was counted. */
    private static String drillDown(PlannedRestructuring planned, String list) {
        return planned.units().size() > 1 || planned.kind() == Kind.SPLIT
                ? null
                : "organization/" + list + "?unit=" + planned.units().iterator().next() + "&asOf=" + planned.date();
    }

    private static Text boundaries(Kind kind) {
        return switch (kind) {
            case MOVE -> Text.of("条边界保持不变,新旧上级的边界须核对", "boundaries, which stay; check those of both parents");
            case MERGE -> Text.of("条边界,合并后的单元须另行划定", "boundaries; that of the merged unit has to be drawn");
            case SPLIT -> Text.of("条边界,拆分后的单元须另行划定", "boundaries; those of the new units have to be drawn");
            case CLOSE -> Text.of("条边界随单元终止", "boundaries, which end with their units");
        };
    }
}
