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

/** Says what becomes of role grants when their unit is moved, merged, split or closed. */
@Component
public class GrantConsequences implements RestructuringConsequences {

    private final RightsCache rights;

    @Activate
    public GrantConsequences(@Reference RightsCache rights) {
        this.rights = rights;
    }

    @Override
    public List<Consequence> of(PlannedRestructuring planned) {
        long grants = rights.read(tx -> new GrantStore(tx.em()).count(planned.scope(), planned.date()));
        return List.of(new Consequence(text(planned.kind()), grants, null));
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
