package org.gridloom.platform.modules.internal.shell;

import java.util.List;
import org.gridloom.platform.modules.internal.plan.Plan;
import org.gridloom.platform.text.Text;

/** What was done, in a line for each bundle. */
final class PlanLine {

    private PlanLine() {}

    static List<Text> of(Plan plan) {
        return plan.bundles().stream()
                .map(bundle -> switch (bundle.change()) {
                    case INSTALL -> Text.of("已安装 %1$s %2$s", "Installed %1$s %2$s", bundle.name(), bundle.to());
                    case UPDATE ->
                        Text.of(
                                "已将 %1$s 从 %2$s 更新到 %3$s",
                                "Brought %1$s from %2$s to %3$s", bundle.name(), bundle.from(), bundle.to());
                    case UNINSTALL ->
                        Text.of(
                                "已卸载 %1$s %2$s,数据保留",
                                "Uninstalled %1$s %2$s; its data stay", bundle.name(), bundle.from());
                })
                .toList();
    }
}
