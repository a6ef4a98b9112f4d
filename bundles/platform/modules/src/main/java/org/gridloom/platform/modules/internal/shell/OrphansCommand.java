package org.gridloom.platform.modules.internal.shell;

import java.io.IOException;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ServerFiles;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.modules.internal.data.OrphanedModule;
import org.gridloom.platform.modules.internal.data.Orphans;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;

/** Lists what uninstalled modules have left, or writes it to a workbook. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "district",
        name = "orphans",
        description = "已卸载模块遗留的数据 / Data of modules that were uninstalled; with --export as a workbook")
public class OrphansCommand extends GridloomCommand {

    @Argument(index = 0, name = "module", description = "模块(与 --export 同用) / Module, with --export")
    private String module;

    @Option(name = "--export", description = "新的 xlsx 文件 / A new file, xlsx")
    private String export;

    @Reference
    private Orphans orphans;

    @Override
    protected void run() throws IOException {
        if (export == null) {
            list();
        } else if (module == null) {
            throw Problem.invalid("module", Text.of("--export 须指明模块", "With --export name the module"));
        } else {
            OrphanedModule orphan = orphans.require(module);
            ServerFiles.write("--export", export, out -> orphans.export(module, out));
            say(Text.of("%1$s:%2$d 行", "%1$s: %2$d rows", export, orphan.rows()));
        }
    }

    private void list() {
        ShellTable table = table(Text.of("模块", "Module"), Text.of("数据表", "Table"), Text.of("行数", "Rows"));
        orphans.all()
                .forEach(orphan ->
                        orphan.tables().forEach(each -> table.row(orphan.module(), each.name(), each.rows())));
        table.print(out());
    }
}
