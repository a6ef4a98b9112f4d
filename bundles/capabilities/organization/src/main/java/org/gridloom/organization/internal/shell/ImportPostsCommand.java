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

/** Imports people with their posts. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "import-posts", description = "导入人员及任职 / Import people with their posts")
public final class ImportPostsCommand extends FileImportCommand {

    @Reference
    private PartyImport imports;

    @Override
    protected ImportReport load(InputStream csv, boolean onlyCheck) throws IOException {
        return imports.posts(csv, onlyCheck, Progress.NONE);
    }
}
