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

/** Updates a module in place. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "module", name = "update", description = "就地更新模块 / Updates a module in place")
public class UpdateCommand extends ChangeCommand {

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
                        : modules().change(Action.UPDATE, module, version, force()));
    }
}
