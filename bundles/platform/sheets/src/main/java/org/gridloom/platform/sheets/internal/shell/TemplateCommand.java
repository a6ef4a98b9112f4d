package org.gridloom.platform.sheets.internal.shell;

import java.io.IOException;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ServerFiles;
import org.gridloom.platform.sheet.Sheet;
import org.gridloom.platform.sheet.Sheets;
import org.gridloom.platform.sheets.internal.SheetRegistry;

/** Writes the template of a list. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "sheets", name = "template", description = "生成模板 / Writes the template of a list")
public final class TemplateCommand extends GridloomCommand {

    @Argument(index = 0, name = "sheet", required = true, description = "表 / List")
    @Completion(SheetCompleter.class)
    private String name;

    @Argument(index = 1, name = "file", required = true, description = "新文件(.xlsx、.csv)/ New file (.xlsx, .csv)")
    private String file;

    @Reference
    private SheetRegistry registry;

    @Reference
    private Sheets sheets;

    @Override
    protected void run() throws IOException {
        Sheet sheet = registry.get(name);
        ServerFiles.write("file", file, out -> sheets.template(sheet, NamedFormat.of(file), locale(), out));
    }
}
