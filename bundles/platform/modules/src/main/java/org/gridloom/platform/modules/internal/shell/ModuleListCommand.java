package org.gridloom.platform.modules.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.modules.internal.ModuleOverview;
import org.gridloom.platform.modules.internal.Modules;
import org.gridloom.platform.text.Text;

/** What runs, and what keeps it from running. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "module", name = "list", description = "模块、版本、状态与问题 / Modules, their versions, states and problems")
public final class ModuleListCommand extends GridloomCommand {

    @Option(name = "--features", description = "列出功能而非模块 / Features in place of bundles")
    private boolean features;

    @Option(name = "--available", description = "列出可选模块及其版本 / What can be chosen, in which versions")
    private boolean available;

    @Reference
    private Modules modules;

    @Override
    protected void run() {
        ModuleOverview overview = modules.overview();
        if (available) {
            available(overview).print(out());
        } else {
            (features ? features(overview) : bundles(overview)).print(out());
        }
        overview.refused()
                .forEach(refused -> say(Text.of(
                        "deploy/%1$s 被拒绝:%2$s",
                        "deploy/%1$s is refused: %3$s",
                        refused.file(),
                        refused.reason().zh(),
                        refused.reason().en())));
        overview.failed()
                .forEach(failed -> say(Text.of(
                        "%1$s 未能启动：%2$s",
                        "%1$s could not be started: %3$s",
                        failed.feature(),
                        failed.reason().zh(),
                        failed.reason().en())));
    }

    private ShellTable available(ModuleOverview overview) {
        ShellTable table = table(
                Text.of("模块", "Module"),
                Text.of("名称", "Title"),
                Text.of("运行版本", "Running"),
                Text.of("可选版本", "Versions"),
                Text.of("可回退到", "Before"));
        overview.modules()
                .forEach(module -> table.row(
                        module.feature(),
                        module.title(),
                        module.version(),
                        String.join(" ", module.versions()),
                        module.previous()));
        return table;
    }

    private ShellTable features(ModuleOverview list) {
        ShellTable table = table(
                Text.of("功能", "Feature"), Text.of("版本", "Version"), Text.of("状态", "State"), Text.of("指定", "Wanted"));
        list.features()
                .forEach(feature ->
                        table.row(feature.name(), feature.version(), feature.state(), feature.wanted() ? "✓" : ""));
        return table;
    }

    private ShellTable bundles(ModuleOverview list) {
        ShellTable table = table(
                Text.of("模块", "Module"), Text.of("版本", "Version"), Text.of("状态", "State"), Text.of("问题", "Problems"));
        list.bundles()
                .forEach(bundle -> table.row(
                        bundle.name(),
                        bundle.version(),
                        bundle.state(),
                        String.join(
                                "; ",
                                bundle.problems().stream()
                                        .map(problem -> problem.in(locale()))
                                        .toList())));
        return table;
    }
}
