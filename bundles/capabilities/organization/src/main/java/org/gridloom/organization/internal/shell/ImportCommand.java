package org.gridloom.organization.internal.shell;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.gridloom.organization.UnitImport;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.text.Text;

/** Imports units from a file. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "organization",
        name = "import",
        description = "从 xlsx 或 CSV 文件导入单元 / Imports units from an xlsx or CSV file")
public class ImportCommand extends GridloomCommand {

    @Argument(index = 0, name = "file", required = true, description = "xlsx 或 CSV 文件 / xlsx or CSV file")
    @Completion(FileCompleter.class)
    private String file;

    @Option(name = "--dry-run", description = "只检查,不写入 / Only check")
    private boolean dryRun;

    @Reference
    private UnitImport imports;

    @Override
    protected void run() throws Exception {
        Path path = Path.of(file);
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw Problem.invalid("file", Text.of("无法读取该文件", "The file cannot be read"));
        }
        try (InputStream csv = Files.newInputStream(path)) {
            print(watched(progress -> imports.importCsv(csv, dryRun, progress)));
        }
    }

    private void print(ImportReport report) {
        if (!report.accepted()) {
            throw Problem.invalid(report.violations());
        }
        table(
                        Text.of("读取行数", "Rows read"),
                        Text.of("新增", "Created"),
                        Text.of("更新", "Updated"),
                        Text.of("不变", "Unchanged"))
                .row(report.rows(), report.created(), report.updated(), report.unchanged())
                .print(out());
        if (report.dryRun() && !isPlain()) {
            say(Text.of("仅检查,未写入", "Checked only: nothing was written"));
        }
    }
}
