package org.gridloom.platform.modules.internal.plan;

import java.util.List;
import org.apache.karaf.features.Feature;
import org.gridloom.platform.text.Text;

/** What others need stays. */
final class Dependants implements Check {

    @Override
    public List<Objection> objections(Prospect prospect) {
        Target target = prospect.target();
        if (target.action() != Action.UNINSTALL) {
            return List.of();
        }
        return prospect.after().roots().stream()
                .filter(root ->
                        prospect.after().of(root).stream().map(Feature::getName).anyMatch(target.feature()::equals))
                .map(root -> root.split("/", 2)[0])
                .sorted()
                .map(root -> Objection.of(
                        "needed",
                        Text.of("%1$s 需要 %2$s:请先卸载它", "%1$s needs %2$s: uninstall it first", root, target.feature())))
                .toList();
    }
}
