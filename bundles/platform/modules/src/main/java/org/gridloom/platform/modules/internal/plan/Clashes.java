package org.gridloom.platform.modules.internal.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.gridloom.platform.modules.internal.contents.BundleContent;
import org.gridloom.platform.modules.internal.contents.Declarations;
import org.gridloom.platform.modules.internal.contents.Declared;
import org.gridloom.platform.modules.internal.contents.InstalledContent;
import org.gridloom.platform.text.Text;
import org.osgi.framework.Bundle;

/** Names of paths, tables, permissions and commands belong to one bundle each. */
final class Clashes implements Check {

    private static final String PAGES = "ui/ui.json";

    /** A kind of name. */
    private record Kind(String code, Text title, Function<Declared, Set<String>> names) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("clash-path", new Text("接口路径", "path /api/"), Declared::paths),
            new Kind("clash-table", new Text("数据表", "table"), Declared::tables),
            new Kind("clash-permission", new Text("权限", "permission"), Declared::permissions),
            new Kind("clash-command", new Text("命令", "command"), Declared::commands));

    @Override
    public List<Objection> objections(Prospect prospect) throws IOException {
        List<Objection> objections = new ArrayList<>();
        for (BundleContent arriving : prospect.arriving()) {
            Declared declared;
            try {
                declared = Declarations.of(arriving);
            } catch (IOException faulty) {
                objections.add(Objection.of(
                        "unreadable-file",
                        Text.of(
                                "%1$s 中的文件无法读取:%2$s",
                                "A file in %1$s cannot be read: %2$s", arriving.name(), faulty.getMessage())));
                continue;
            }
            for (Bundle other : prospect.staying()) {
                BundleContent content = new InstalledContent(other);
                if (bringsNames(content) && !content.name().equals(arriving.name())) {
                    clashes(arriving, declared, content, objections);
                }
            }
        }
        return objections;
    }

    private static boolean bringsNames(BundleContent content) {
        return content.file(PAGES) != null
                || content.headers().containsKey("Meta-Persistence")
                || content.headers().containsKey("Karaf-Commands")
                || content.file("OSGI-INF/openapi.json") != null;
    }

    private static void clashes(
            BundleContent arriving, Declared declared, BundleContent other, List<Objection> objections)
            throws IOException {
        Declared taken = Declarations.of(other);
        for (Kind kind : KINDS) {
            Set<String> both = new TreeSet<>(kind.names().apply(declared));
            both.retainAll(kind.names().apply(taken));
            if (!both.isEmpty()) {
                String names = String.join(", ", both);
                objections.add(Objection.of(
                        kind.code(),
                        new Text(
                                arriving.name() + " 的" + kind.title().zh() + " " + names + " 已属于 " + other.name(),
                                "The " + kind.title().en() + " " + names + " of " + arriving.name() + " belongs to "
                                        + other.name())));
            }
        }
        if (isModule(arriving) && isModule(other) && arriving.capability().equals(other.capability())) {
            objections.add(Objection.of(
                    "clash-name",
                    Text.of(
                            "模块名 %1$s(%2$s 的最后一段)已属于 %3$s",
                            "The module's name %1$s (the last part of %2$s) belongs to %3$s",
                            arriving.capability(),
                            arriving.name(),
                            other.name())));
        }
    }

    /** Its last name begins its addresses and tables. */
    private static boolean isModule(BundleContent content) {
        return content.file(PAGES) != null || content.headers().containsKey("Meta-Persistence");
    }
}
