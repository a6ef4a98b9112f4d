package org.gridloom.platform.modules.internal.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.modules.internal.ModuleOverview.ModuleItem;
import org.gridloom.platform.modules.internal.Modules;
import org.gridloom.platform.modules.internal.plan.Action;
import org.gridloom.platform.modules.internal.plan.Plan;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;

/** Says what a change would do, and does nothing. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "module",
        name = "plan",
        description = "模块变更计划,不执行 / What a change would install, update, restart and migrate; nothing is done")
public class PlanCommand extends GridloomCommand {

    @Argument(
            index = 0,
            name = "module",
            required = true,
            description = "模块名,或服务器上的 KAR、JAR 文件 / Name, or a file on the server: KAR or jar")
    @Completion(ModuleCompleter.class)
    private String module;

    @Option(
            name = "--action",
            description =
                    "install、update、rollback 或 uninstall;默认安装或更新 / One of these; by default install, or update what is there")
    @Completion(
            value = StringsCompleter.class,
            values = {"install", "update", "rollback", "uninstall"})
    private String action;

    @Option(name = "--version", description = "版本,默认最新 / Version, by default the newest")
    private String version;

    @Reference
    private Modules modules;

    @Override
    protected void run() throws IOException {
        Optional<Path> file = ModuleArgument.file(module);
        Plan plan = file.isPresent() ? modules.plan(file.get()) : modules.plan(action(), module, version);
        ShellTable table =
                table(Text.of("变更", "Change"), Text.of("对象", "What"), Text.of("现在", "Now"), Text.of("之后", "Then"));
        PlanText.fill(table, plan);
        table.print(out());
    }

    private Action action() {
        if (action == null) {
            boolean isInstalled = modules.overview().modules().stream()
                    .filter(item ->
                            item.feature().equals(module) || item.feature().equals("gridloom-" + module))
                    .map(ModuleItem::version)
                    .anyMatch(installed -> installed != null);
            return isInstalled ? Action.UPDATE : Action.INSTALL;
        }
        try {
            return Action.valueOf(action.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid(
                    "--action",
                    Text.of(
                            "只能是 install、update、rollback、uninstall",
                            "Must be one of install, update, rollback, uninstall"));
        }
    }
}
