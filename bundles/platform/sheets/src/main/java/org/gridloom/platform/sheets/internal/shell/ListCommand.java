package org.gridloom.platform.sheets.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.sheets.internal.SheetRegistry;
import org.gridloom.platform.text.Text;

/** Lists the lists. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "sheets", name = "list", description = "可导入导出的表 / Lists that can be imported or exported")
public final class ListCommand extends GridloomCommand {

    private static final Text YES = Text.of("是", "yes");
    private static final Text NO = Text.of("否", "no");

    @Reference
    private SheetRegistry registry;

    @Override
    protected void run() {
        ShellTable table = table(
                Text.of("名称", "Name"), Text.of("标题", "Title"), Text.of("可导入", "Import"), Text.of("可导出", "Export"));
        registry.all()
                .forEach(list -> table.row(
                        list.name(),
                        list.title().in(locale()),
                        (registry.mayImport(list) ? YES : NO).in(locale()),
                        (registry.mayExport(list) ? YES : NO).in(locale())));
        table.print(out());
    }
}
