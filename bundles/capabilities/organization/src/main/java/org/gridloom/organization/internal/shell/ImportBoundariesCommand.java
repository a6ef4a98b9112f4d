package org.gridloom.organization.internal.shell;

import java.io.IOException;
import java.io.InputStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.BoundaryImport;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;

/** Imports boundaries from a GeoJSON file. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "organization",
        name = "import-boundaries",
        description = "从 GeoJSON 文件导入边界 / Imports boundaries from a GeoJSON file")
public final class ImportBoundariesCommand extends FileImportCommand {

    @Option(name = "--date", description = "边界起始日,缺省为今天 / First day of the boundaries; today if absent")
    private String date;

    @Reference
    private BoundaryImport imports;

    @Override
    protected ImportReport load(InputStream list, boolean onlyCheck) throws IOException {
        return imports.importGeoJson(list, PartyOptions.date("--date", date), onlyCheck, Progress.NONE);
    }
}
