package org.gridloom.platform.modules.internal.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.gridloom.platform.modules.internal.plan.Action;

/** Base of the commands that bring a version of a module: of the distribution, of the store or of a file. */
abstract class BringCommand extends ChangeCommand {

    @Argument(
            index = 0,
            name = "module",
            required = true,
            description = "模块名,或服务器上的 KAR、JAR 文件 / Name, or a file on the server: KAR or jar")
    @Completion(ModuleCompleter.class)
    private String module;

    @Option(name = "--version", description = "版本,默认最新 / Version, by default the newest")
    private String version;

    final void bring(Action action) throws IOException {
        Optional<Path> file = ModuleArgument.file(module);
        show(
                file.isPresent()
                        ? modules().change(file.get(), force())
                        : modules().change(action, module, version, force()));
    }
}
