package org.gridloom.platform.rest.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.rest.internal.module.ModuleList;
import org.gridloom.platform.rest.internal.module.Modules;
import org.gridloom.platform.text.Text;

/** What runs, and what keeps it from running. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "module", name = "list", description = "模块、版本、状态与问题 / Modules, their versions, states and problems")
public final class ModuleListCommand extends GridloomCommand {

    @Option(name = "--features", description = "列出功能而非模块 / Features in place of bundles")
    private boolean features;

    @Reference
    private Modules modules;

    @Override
    protected void run() {
        ModuleList list = modules.list();
        (features ? features(list) : bundles(list)).print(out());
    }

    private ShellTable features(ModuleList list) {
        ShellTable table = table(
                Text.of("功能", "Feature"), Text.of("版本", "Version"), Text.of("状态", "State"), Text.of("指定", "Wanted"));
        list.features()
                .forEach(feature ->
                        table.row(feature.name(), feature.version(), feature.state(), feature.wanted() ? "✓" : ""));
        return table;
    }

    private ShellTable bundles(ModuleList list) {
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
