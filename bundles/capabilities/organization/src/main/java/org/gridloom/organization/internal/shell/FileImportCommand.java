package org.gridloom.organization.internal.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.text.Text;

/** Base of commands that import a file on the server, and show what they did or what is wrong with it. */
abstract class FileImportCommand extends GridloomCommand {

    @Argument(name = "file", description = "服务器上的文件 / File on the server", required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Option(name = "--dry-run", description = "只检查,不写入 / Only check")
    private boolean dryRun;

    /** Imports it. */
    protected abstract ImportReport load(InputStream list, boolean onlyCheck) throws IOException;

    @Override
    protected final void run() throws IOException {
        try (InputStream list = Files.newInputStream(Path.of(file))) {
            show(load(list, dryRun));
        } catch (NoSuchFileException | InvalidPathException none) {
            throw Problem.invalid("file", Text.of("没有这个文件", "There is no such file"));
        }
    }

    private void show(ImportReport report) {
        if (!report.accepted()) {
            throw Problem.invalid(report.violations());
        }
        say(Text.of(
                "%d 行:新建 %d,变更 %d,不变 %d" + (report.dryRun() ? "(仅检查,未写入)" : ""),
                "%d rows: %d created, %d changed, %d unchanged" + (report.dryRun() ? " (checked only)" : ""),
                report.rows(),
                report.created(),
                report.updated(),
                report.unchanged()));
        report.warnings()
                .forEach(warning -> say(Text.of(
                        "请核对:第 %1$s 行 %2$s",
                        "To be looked at, row %1$s: %3$s",
                        warning.row(),
                        warning.message().zh(),
                        warning.message().en())));
    }
}
