package org.gridloom.platform.modules.internal.shell;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
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
            write();
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

    private void write() throws IOException {
        Path file = null;
        try {
            file = Path.of(export);
            try (OutputStream out =
                    new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW))) {
                orphans.export(module, out);
            } catch (RuntimeException failed) {
                Files.deleteIfExists(file);
                throw failed;
            }
        } catch (FileAlreadyExistsException there) {
            throw Problem.invalid("--export", Text.of("文件已存在", "The file is there already"));
        } catch (NoSuchFileException | InvalidPathException none) {
            throw Problem.invalid("--export", Text.of("无法在此处新建文件", "A file cannot be made there"));
        }
    }
}
