package org.gridloom.platform.security.internal;

import java.util.List;
import org.gridloom.platform.security.internal.store.GrantStore;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.unit.Consequence;
import org.gridloom.platform.unit.PlannedRestructuring;
import org.gridloom.platform.unit.PlannedRestructuring.Kind;
import org.gridloom.platform.unit.RestructuringConsequences;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Says what becomes of role grants when their unit is moved, merged, split or closed, and how many accounts come to reach
 * its units or cease to. Numbers only: who may restructure need not be one who may see accounts.
 */
@Component
public class GrantConsequences implements RestructuringConsequences {

    private final RightsCache rights;
    private final Units units;

    @Activate
    public GrantConsequences(@Reference RightsCache rights, @Reference Units units) {
        this.rights = rights;
        this.units = units;
    }

    @Override
    public List<Consequence> of(PlannedRestructuring planned) {
        return rights.read(tx -> {
            GrantStore store = new GrantStore(tx.em());
            Consequence grants =
                    new Consequence(text(planned.kind()), store.count(planned.scope(), planned.date()), null);
            return switch (planned.kind()) {
                case MOVE, MERGE -> {
                    Reach reach = reach(store, planned);
                    yield List.of(
                            grants,
                            new Consequence(gained(planned), reach.gained(), null),
                            new Consequence(lost(planned), reach.lost(), null));
                }
                case SPLIT, CLOSE -> List.of(grants);
            };
        });
    }

    private Reach reach(GrantStore store, PlannedRestructuring planned) {
        int length = planned.units().stream().mapToInt(String::length).max().orElse(0);
        return Reach.of(planned, store.held(planned.date(), length), unit -> units.successors(unit, planned.date()));
    }

    private static Text gained(PlannedRestructuring planned) {
        return planned.kind() == Kind.MOVE
                ? Text.of(
                        "个账号,此后可及所迁的 %d 个单元,之前不可及",
                        "accounts, which then reach the %d units that move and did not before", planned.unitsInAll())
                : Text.of(
                        "个账号,此后可及所并的全部 %d 个单元,之前不全可及",
                        "accounts, which then reach all %d units that are merged and did not before",
                        planned.unitsInAll());
    }

    private static Text lost(PlannedRestructuring planned) {
        return planned.kind() == Kind.MOVE
                ? Text.of(
                        "个账号,此后不再可及所迁的 %d 个单元",
                        "accounts, which then no longer reach the %d units that move", planned.unitsInAll())
                : Text.of(
                        "个账号,此后不再可及所并的单元(共 %d 个)",
                        "accounts, which then no longer reach the units that are merged (%d in all)",
                        planned.unitsInAll());
    }

    private static Text text(Kind kind) {
        return switch (kind) {
            case MOVE -> Text.of("项角色授权,随单元转移", "role grants, which go along with the unit");
            case MERGE -> Text.of("项角色授权,合并后及于整个新单元", "role grants, which then hold in the whole new unit");
            case SPLIT -> Text.of("项角色授权,拆分后及于每个新单元", "role grants, which then hold in each of the new units");
            case CLOSE -> Text.of("项角色授权,撤销后失效", "role grants, which then hold nowhere");
        };
    }
}
