package org.gridloom.platform.modules.internal.shell;

import java.io.IOException;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.modules.internal.plan.Action;

/** Takes a module away; its data stay. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "module", name = "uninstall", description = "卸载模块,数据保留 / Uninstalls a module; its data stay")
public class UninstallCommand extends ChangeCommand {

    @Argument(index = 0, name = "module", required = true, description = "模块名 / Name")
    @Completion(ModuleCompleter.class)
    private String module;

    @Override
    protected void run() throws IOException {
        show(modules().change(Action.UNINSTALL, module, null, force()));
    }
}
