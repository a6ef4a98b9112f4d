package org.gridloom.platform.settings.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.settings.internal.SettingsEditing;

/** Prints what the district has set. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "settings",
        name = "export",
        description = "以配置文件的格式输出本区所设的值,不含密码 / Prints what the district has set in the form of a file, without secrets")
public class SettingsExportCommand extends GridloomCommand {

    @Reference
    private SettingsEditing settings;

    @Argument(index = 0, name = "module", required = true, description = "模块 / Module")
    @Completion(ModuleCompleter.class)
    private String module;

    @Override
    protected void run() {
        out().print(settings.export(module));
    }
}
