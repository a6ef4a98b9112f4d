package org.gridloom.platform.sheets.internal.shell;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ServerFiles;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.sheet.Sheet;
import org.gridloom.platform.sheet.SheetQuery;
import org.gridloom.platform.sheet.Sheets;
import org.gridloom.platform.sheets.internal.SheetRegistry;
import org.gridloom.platform.text.Text;

/** Exports a list. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "sheets", name = "export", description = "导出 / Exports a list")
public final class ExportCommand extends GridloomCommand {

    @Argument(index = 0, name = "sheet", required = true, description = "表 / List")
    @Completion(SheetCompleter.class)
    private String name;

    @Argument(index = 1, name = "file", required = true, description = "新文件(.xlsx、.csv)/ New file (.xlsx, .csv)")
    private String file;

    @Option(name = "--filter", multiValued = true, description = "名称=值,可多次 / name=value, may be repeated")
    private List<String> filters = List.of();

    @Option(name = "--sort", description = "排序字段 / Field to sort by")
    private String sort;

    @Reference
    private SheetRegistry registry;

    @Reference
    private Sheets sheets;

    @Override
    protected void run() throws IOException {
        Sheet sheet = registry.get(name);
        SheetQuery query = new SheetQuery(given(), sort);
        ServerFiles.write("file", file, out -> {
            int rows = sheets.export(sheet, query, NamedFormat.of(file), locale(), out);
            say(Text.of("已导出 %d 行", "%d rows exported", rows));
        });
    }

    private Map<String, String> given() {
        Map<String, String> values = new HashMap<>();
        for (String filter : filters) {
            int equals = filter.indexOf('=');
            if (equals < 1) {
                throw Problem.invalid("filter", Text.of("应为 名称=值", "Must be name=value"));
            }
            values.put(filter.substring(0, equals), filter.substring(equals + 1));
        }
        return values;
    }
}
