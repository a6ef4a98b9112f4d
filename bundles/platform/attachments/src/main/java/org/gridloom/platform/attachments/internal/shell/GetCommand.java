package org.gridloom.platform.attachments.internal.shell;

import java.io.IOException;
import java.io.InputStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.attachment.Attachments;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ServerFiles;

/** Writes an attachment to a new file on the server. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "attachments",
        name = "get",
        description = "将附件写到服务器上的新文件 / Writes an attachment to a new file on the server")
public final class GetCommand extends GridloomCommand {

    @Argument(index = 0, name = "id", required = true, description = "附件编号 / Id of the attachment")
    private long id;

    @Argument(index = 1, name = "file", required = true, description = "新文件 / New file")
    private String file;

    @Reference
    private Attachments attachments;

    @Override
    protected void run() throws IOException {
        try (InputStream content = attachments.open(id)) {
            ServerFiles.write("file", file, content::transferTo);
        }
    }
}
