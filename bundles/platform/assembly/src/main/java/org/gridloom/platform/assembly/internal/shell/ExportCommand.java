package org.gridloom.platform.assembly.internal.shell;

import java.io.IOException;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.gridloom.platform.assembly.internal.DistrictAssembly;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;

/** Writes what is in force as a file. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "district",
        name = "export",
        description = "将现状导出为装配文件,不含密码 / Writes what is in force as a district's file, without secrets")
public class ExportCommand extends GridloomCommand {

    @Reference
    private DistrictAssembly assembly;

    @Argument(index = 0, name = "file", description = "新文件,默认输出到屏幕 / A new file; printed where there is none")
    @Completion(FileCompleter.class)
    private String file;

    @Override
    protected void run() throws IOException {
        if (file == null) {
            out().print(assembly.export());
        } else {
            say(Text.of("已写入 %s", "Written to %s", assembly.export(file)));
        }
    }
}
