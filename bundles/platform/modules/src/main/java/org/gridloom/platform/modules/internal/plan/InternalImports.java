package org.gridloom.platform.modules.internal.plan;

import java.util.List;
import org.gridloom.platform.text.Text;

/** A bundle that reaches into the inside of another would break with its next release. */
final class InternalImports implements Check {

    @Override
    public List<Objection> objections(Prospect prospect) {
        return prospect.arriving().stream()
                .flatMap(bundle -> Requirements.packages(bundle).stream()
                        .filter(InternalImports::isInternal)
                        .map(name -> Objection.of(
                                "internal-import",
                                Text.of(
                                        "%1$s 导入了内部包 %2$s,只能使用发布的接口",
                                        "%1$s imports the internal package %2$s: only the released API may be used",
                                        bundle.name(),
                                        name))))
                .toList();
    }

    static boolean isInternal(String name) {
        return name.startsWith("org.gridloom.") && (name.contains(".internal.") || name.endsWith(".internal"));
    }
}
