package org.gridloom.platform.sheets.internal.shell;

import java.io.InputStream;
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
import org.gridloom.platform.sheet.Sheet;
import org.gridloom.platform.sheets.internal.CheckedFile;
import org.gridloom.platform.sheets.internal.DefaultSheets;
import org.gridloom.platform.sheets.internal.SheetRegistry;

/** Imports a file into a list. Ctrl-C cancels it and leaves nothing. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "sheets", name = "import", description = "导入 xlsx 或 CSV / Imports an xlsx or CSV file")
public final class ImportCommand extends GridloomCommand {

    @Argument(index = 0, name = "sheet", required = true, description = "表 / List")
    @Completion(SheetCompleter.class)
    private String name;

    @Argument(index = 1, name = "file", required = true, description = "服务器上的文件 / File on the server")
    @Completion(FileCompleter.class)
    private String file;

    @Option(name = "--dry-run", description = "只检查,不写入 / Only check")
    private boolean dryRun;

    @Option(name = "--annotate", description = "只检查,并将标注错误的副本写入新文件 / Only check, and write a copy with the faults")
    private String copy;

    @Reference
    private SheetRegistry registry;

    @Reference
    private DefaultSheets sheets;

    @Override
    protected void run() throws Exception {
        Sheet sheet = registry.get(name);
        try (InputStream in = ServerFiles.open("file", file)) {
            if (copy == null) {
                show(watched(progress -> sheets.load(sheet, in, dryRun, progress)));
                return;
            }
            try (CheckedFile checked = watched(progress -> sheets.check(sheet, in, progress))) {
                ServerFiles.write("--annotate", copy, out -> checked.annotate(locale(), out));
                show(checked.report());
            }
        }
    }
}
