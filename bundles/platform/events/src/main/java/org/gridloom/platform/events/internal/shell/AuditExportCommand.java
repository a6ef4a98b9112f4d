package org.gridloom.platform.events.internal.shell;

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
import org.gridloom.platform.events.internal.AuditExport;
import org.gridloom.platform.events.internal.AuditFilter;

/** Writes audit entries with their hashes to a new file on the server. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "audit",
        name = "export",
        description = "导出审计记录(每行一个 JSON,含哈希)到服务器上的新文件 / Writes audit entries with their hashes, a JSON line each, to a"
                + " new file on the server")
public class AuditExportCommand extends GridloomCommand {

    @Reference
    private AuditExport export;

    @Argument(
            index = 0,
            name = "file",
            required = true,
            description = "新文件,如 audit.jsonl / New file, as in audit.jsonl")
    @Completion(FileCompleter.class)
    private String file;

    @Option(name = "--from", description = "起始日 / First day, as in 2026-01-31")
    private String from;

    @Option(name = "--to", description = "截止日 / Last day")
    private String to;

    @Option(name = "--unit", description = "单位及其下级 / Unit and all below it")
    private String unit;

    @Override
    protected void run() throws Exception {
        AuditExport.Lines lines = export.export(
                new AuditFilter(Shown.day("--from", from), Shown.day("--to", to), null, null, null, null, unit));
        ServerFiles.write("file", file, lines::writeTo);
    }
}
