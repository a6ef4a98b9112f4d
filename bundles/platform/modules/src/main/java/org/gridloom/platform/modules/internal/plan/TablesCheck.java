package org.gridloom.platform.modules.internal.plan;

import java.util.ArrayList;
import java.util.List;
import org.gridloom.platform.modules.internal.contents.BundleContent;
import org.gridloom.platform.modules.internal.contents.Declarations;
import org.gridloom.platform.persistence.MigrationPlan;
import org.gridloom.platform.persistence.ModuleTables;
import org.gridloom.platform.text.Text;

/** A version that cannot live with what a later one made of the tables would refuse to start. */
final class TablesCheck implements Check {

    static final String PERSISTENCE = "Meta-Persistence";

    private final ModuleTables tables;

    TablesCheck(ModuleTables tables) {
        this.tables = tables;
    }

    @Override
    public List<Objection> objections(Prospect prospect) {
        List<Objection> objections = new ArrayList<>();
        for (BundleContent bundle : prospect.arriving()) {
            if (bundle.headers().containsKey(PERSISTENCE)) {
                judge(bundle, objections);
            }
        }
        return objections;
    }

    private void judge(BundleContent bundle, List<Objection> objections) {
        try {
            MigrationPlan plan = tables.plan(bundle.name(), Declarations.migrations(bundle));
            if (!plan.foreign().isEmpty()) {
                objections.add(Objection.of(
                        "later-tables",
                        Text.of(
                                "%1$s %2$s 无法使用更新版本改过的数据表(%3$s):这些变更不只是增加",
                                "%1$s %2$s cannot live with what a later version made of its tables (%3$s): these "
                                        + "changes do more than add",
                                bundle.name(),
                                bundle.version(),
                                String.join(", ", plan.foreign()))));
            }
            if (!plan.altered().isEmpty()) {
                objections.add(Objection.of(
                        "altered-migration",
                        Text.of(
                                "%1$s 改动了已执行的变更集(%2$s):已发布的不可修改,请另加新的",
                                "%1$s has altered change sets that were applied (%2$s): what was released is never edited, "
                                        + "add a new one",
                                bundle.name(),
                                String.join(", ", plan.altered()))));
            }
        } catch (IllegalArgumentException unreadable) {
            objections.add(Objection.of(
                    "faulty-migration",
                    Text.of(
                            "%1$s 的迁移脚本有误:%2$s",
                            "The migrations of %1$s are faulty: %2$s", bundle.name(), unreadable.getMessage())));
        }
    }
}
