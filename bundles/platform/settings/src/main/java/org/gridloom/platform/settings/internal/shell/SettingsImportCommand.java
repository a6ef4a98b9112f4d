package org.gridloom.platform.settings.internal.shell;

import java.io.IOException;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ServerFiles;
import org.gridloom.platform.settings.internal.SettingsEditing;
import org.gridloom.platform.text.Text;

/** Sets what a file says. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "settings",
        name = "import",
        description = "按文件设置本区的值,全部生效或全部不生效 / Sets what a file says for the district, all or nothing")
public class SettingsImportCommand extends GridloomCommand {

    @Reference
    private SettingsEditing settings;

    @Argument(index = 0, name = "module", required = true, description = "模块 / Module")
    @Completion(ModuleCompleter.class)
    private String module;

    @Argument(index = 1, name = "file", required = true, description = "服务器上的文件 / File on the server")
    @Completion(FileCompleter.class)
    private String file;

    @Option(name = "--document", description = "依据文号 / Number of a document cited")
    private String document;

    @Override
    protected void run() throws IOException {
        settings.load(module, ServerFiles.text("file", file), document);
        say(Text.of("%s 的配置已按文件设置", "The settings of %s are as the file says", module));
    }
}
