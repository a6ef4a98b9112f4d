package org.gridloom.organization.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.OptionsAnywhere;

/** Removes a document that is not in force yet. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "organization",
        name = "document-remove",
        description = "删除尚未施行的文件登记 / Removes a document that is not in force yet")
public class DocumentRemoveCommand extends DocumentCommand {

    @Argument(index = 0, name = "id", required = true, description = "文件编号 / Id of the document")
    private long id;

    @Override
    protected void run() {
        documents().remove(id, documents().get(id).version());
    }
}
