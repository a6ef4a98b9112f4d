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

/** Imports party organisations. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "import-party", description = "导入党组织 / Import party organisations")
public final class ImportPartyCommand extends FileImportCommand {

    @Reference
    private PartyImport imports;

    @Override
    protected ImportReport load(InputStream csv, boolean onlyCheck) throws IOException {
        return imports.partyOrganizations(csv, onlyCheck, Progress.NONE);
    }
}
