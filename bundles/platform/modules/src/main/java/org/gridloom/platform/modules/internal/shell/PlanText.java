package org.gridloom.platform.modules.internal.shell;

import java.util.Objects;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.modules.internal.plan.Objection;
import org.gridloom.platform.modules.internal.plan.Plan;
import org.gridloom.platform.modules.internal.plan.Plan.PlannedBundle;
import org.gridloom.platform.modules.internal.plan.Plan.PlannedMigration;
import org.gridloom.platform.text.Text;

/** A plan as lines of a table: what, which, from, to. */
final class PlanText {

    private PlanText() {}

    static void fill(ShellTable table, Plan plan) {
        table.row(plan.action().title(), plan.feature(), text(plan.from()), text(plan.to()));
        plan.along().forEach(feature -> table.row(Text.of("随同功能", "along"), feature, "", ""));
        for (PlannedBundle bundle : plan.bundles()) {
            table.row(change(bundle), bundle.name(), text(bundle.from()), text(bundle.to()));
        }
        plan.refreshed().forEach(name -> table.row(Text.of("重启", "restart"), name, "", ""));
        for (PlannedMigration migration : plan.migrations()) {
            table.row(
                    migration.addsOnly() ? Text.of("迁移", "migrate") : Text.of("迁移(不可回退)", "migrate, no way back"),
                    migration.changeSet(),
                    "",
                    String.join(", ", migration.changes()));
        }
        plan.keeps().forEach(name -> table.row(Text.of("数据保留", "data stay"), name, "", ""));
        for (Objection objection : plan.objections()) {
            table.row(
                    objection.forceable() ? Text.of("须 --force", "wants --force") : Text.of("不可行", "NOT POSSIBLE"),
                    objection.text(),
                    "",
                    objection.code());
        }
    }

    private static Text change(PlannedBundle bundle) {
        return switch (bundle.change()) {
            case INSTALL -> Text.of("新装模块", "new bundle");
            case UPDATE -> Text.of("更新模块", "update bundle");
            case UNINSTALL -> Text.of("移除模块", "remove bundle");
        };
    }

    private static String text(String version) {
        return Objects.toString(version, "");
    }
}
