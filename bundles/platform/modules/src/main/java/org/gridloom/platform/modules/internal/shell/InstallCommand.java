package org.gridloom.platform.modules.internal.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.modules.internal.plan.Action;

/** Installs a module of the distribution, of the store or of a file. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "module", name = "install", description = "安装模块,运行不中断 / Installs a module while all runs")
public class InstallCommand extends ChangeCommand {

    @Argument(
            index = 0,
            name = "module",
            required = true,
            description = "模块名,或服务器上的 KAR、JAR 文件 / Name, or a file on the server: KAR or jar")
    @Completion(ModuleCompleter.class)
    private String module;

    @Option(name = "--version", description = "版本,默认最新 / Version, by default the newest")
    private String version;

    @Override
    protected void run() throws IOException {
        Optional<Path> file = ModuleArgument.file(module);
        show(
                file.isPresent()
                        ? modules().change(file.get(), force())
                        : modules().change(Action.INSTALL, module, version, force()));
    }
}
