package org.gridloom.organization.internal.shell;

import java.io.InputStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.gridloom.organization.BoundaryImport;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.Options;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ServerFiles;

/** Imports boundaries from a GeoJSON file. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "organization",
        name = "import-boundaries",
        description = "从 GeoJSON 文件导入边界 / Imports boundaries from a GeoJSON file")
public final class ImportBoundariesCommand extends GridloomCommand {

    @Argument(name = "file", description = "服务器上的文件 / File on the server", required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Option(name = "--dry-run", description = "只检查,不写入 / Only check")
    private boolean dryRun;

    @Option(name = "--date", description = "边界起始日,缺省为今天 / First day of the boundaries; today if absent")
    private String date;

    @Reference
    private BoundaryImport imports;

    @Override
    protected void run() throws Exception {
        try (InputStream map = ServerFiles.open("file", file)) {
            show(watched(progress -> imports.importGeoJson(map, Options.date("--date", date), dryRun, progress)));
        }
    }
}
