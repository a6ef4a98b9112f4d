package org.gridloom.organization.internal.shell;

import java.io.IOException;
import java.io.InputStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.PartyImport;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;

/** Imports outside organisations. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "import-outside", description = "导入外部单位 / Import outside organisations")
public final class ImportOutsideCommand extends FileImportCommand {

    @Reference
    private PartyImport imports;

    @Override
    protected ImportReport load(InputStream csv, boolean onlyCheck) throws IOException {
        return imports.outsideOrganizations(csv, onlyCheck, Progress.NONE);
    }
}
