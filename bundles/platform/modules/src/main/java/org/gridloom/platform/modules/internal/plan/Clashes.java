package org.gridloom.platform.modules.internal.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gridloom.platform.modules.internal.contents.BundleContent;
import org.gridloom.platform.modules.internal.contents.Declarations;
import org.gridloom.platform.modules.internal.contents.Declared;
import org.gridloom.platform.modules.internal.contents.InstalledContent;
import org.gridloom.platform.text.Text;
import org.osgi.framework.Bundle;

/** Names of paths, tables, permissions and commands belong to one bundle each. */
final class Clashes implements Check {

    private static final String PAGES = "ui/ui.json";
    /** Some of the platform's tables no change log makes. */
    private static final String PLATFORM = "platform_";

    private static final Text PATH = new Text("接口路径", "path /api/");
    private static final Text TABLE = new Text("数据表", "table");
    private static final Text PERMISSION = new Text("权限", "permission");
    private static final Text COMMAND = new Text("命令", "command");

    /** A bundle and the names that it claims. */
    private record Claim(BundleContent bundle, Declared names) {}

    @Override
    public List<Objection> objections(Prospect prospect) throws IOException {
        List<Objection> objections = new ArrayList<>();
        List<Claim> taken = staying(prospect);
        for (Claim arriving : arriving(prospect, objections)) {
            taken.forEach(other -> clashes(arriving, other, objections));
            taken.add(arriving);
        }
        return objections;
    }

    private static List<Claim> staying(Prospect prospect) throws IOException {
        List<Claim> claims = new ArrayList<>();
        for (Bundle bundle : prospect.staying()) {
            BundleContent content = new InstalledContent(bundle);
            if (bringsNames(content)) {
                claims.add(new Claim(content, Declarations.of(content)));
            }
        }
        return claims;
    }

    private static List<Claim> arriving(Prospect prospect, List<Objection> objections) {
        List<Claim> claims = new ArrayList<>();
        for (BundleContent arriving : prospect.arriving()) {
            try {
                claims.add(new Claim(arriving, Declarations.of(arriving)));
            } catch (IOException faulty) {
                objections.add(Objection.of(
                        "unreadable-file",
                        Text.of(
                                "%1$s 中的文件无法读取:%2$s",
                                "A file in %1$s cannot be read: %2$s", arriving.name(), faulty.getMessage())));
            }
        }
        return claims;
    }

    private static boolean bringsNames(BundleContent content) {
        return content.file(PAGES) != null
                || content.headers().containsKey("Meta-Persistence")
                || content.headers().containsKey("Karaf-Commands")
                || content.file("OSGI-INF/openapi.json") != null
                || !Declarations.migrations(content).isEmpty();
    }

    private static void clashes(Claim arriving, Claim other, List<Objection> objections) {
        if (arriving.bundle().name().equals(other.bundle().name())) {
            return;
        }
        Declared mine = arriving.names();
        Declared taken = other.names();
        add("clash-path", PATH, both(mine.paths(), taken.paths()), arriving, other, objections);
        add("clash-table", TABLE, tables(arriving, other), arriving, other, objections);
        add("clash-permission", PERMISSION, both(mine.permissions(), taken.permissions()), arriving, other, objections);
        add("clash-command", COMMAND, both(mine.commands(), taken.commands()), arriving, other, objections);
        addName(arriving.bundle(), other.bundle(), objections);
    }

    private static Set<String> both(Set<String> mine, Set<String> taken) {
        Set<String> both = new TreeSet<>(mine);
        both.retainAll(taken);
        return both;
    }

    /** Those that the other makes, or whose name begins as its own do. */
    private static Set<String> tables(Claim arriving, Claim other) {
        String own = arriving.bundle().capability() + "_";
        Set<String> made = other.names().tables();
        String prefix = made.stream().anyMatch(table -> table.startsWith(PLATFORM))
                ? PLATFORM
                : other.bundle().capability() + "_";
        boolean hasTables = !made.isEmpty();
        return arriving.names().changed().stream()
                .filter(table ->
                        made.contains(table) || hasTables && table.startsWith(prefix) && !table.startsWith(own))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void add(
            String code, Text kind, Set<String> both, Claim arriving, Claim other, List<Objection> objections) {
        if (!both.isEmpty()) {
            String names = String.join(", ", both);
            String mine = arriving.bundle().name();
            String owner = other.bundle().name();
            objections.add(Objection.of(
                    code,
                    new Text(
                            mine + " 的" + kind.zh() + " " + names + " 已属于 " + owner,
                            "The " + kind.en() + " " + names + " of " + mine + " belongs to " + owner)));
        }
    }

    private static void addName(BundleContent arriving, BundleContent other, List<Objection> objections) {
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
