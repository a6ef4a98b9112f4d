package org.gridloom.platform.sheets.internal.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.sheet.SheetDefinition;
import org.gridloom.platform.sheets.internal.HeaderMemory;
import org.gridloom.platform.sheets.internal.SheetRegistry;
import org.gridloom.platform.text.Text;

/** Remembers what headers of the caller's own files mean, and lists what is remembered. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "sheets",
        name = "map",
        description = "记住并列出表头对应的列 / Remembers, and lists, what headers of own files mean")
public final class MapCommand extends GridloomCommand {

    @Argument(index = 0, name = "sheet", required = true, description = "表 / List")
    @Completion(SheetCompleter.class)
    private String name;

    @Argument(
            index = 1,
            name = "header=column",
            multiValued = true,
            description =
                    "表头=列,如 户主=name;表头= 为忽略该列;只写表头为忘记 / HEADER=COLUMN, HEADER= to leave it aside, HEADER to forget")
    private List<String> pairs = List.of();

    @Reference
    private SheetRegistry registry;

    @Reference
    private HeaderMemory memory;

    @Override
    protected void run() {
        SheetDefinition list = registry.get(name).definition();
        if (!pairs.isEmpty()) {
            memory.remember(list, given());
        }
        ShellTable table = table(Text.of("表头", "Header"), Text.of("列", "Column"), Text.of("列名", "Name of the column"));
        new TreeMap<>(memory.of(list))
                .forEach((header, column) -> table.row(
                        header,
                        column,
                        list.column(column)
                                .map(known -> known.header().in(locale()))
                                .orElse("")));
        table.print(out());
    }

    private Map<String, String> given() {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String pair : pairs) {
            int equals = pair.lastIndexOf('=');
            columns.put(equals < 0 ? pair : pair.substring(0, equals), equals < 0 ? null : pair.substring(equals + 1));
        }
        return columns;
    }
}
