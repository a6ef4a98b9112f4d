package org.gridloom.platform.attachments.internal.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.gridloom.platform.attachment.Attachment;
import org.gridloom.platform.attachment.Attachments;
import org.gridloom.platform.attachment.Upload;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ServerFiles;
import org.gridloom.platform.text.Text;

/** Attaches a file on the server to a record. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "attachments", name = "add", description = "将服务器上的文件附到记录 / Attaches a file on the server to a record")
public final class AddCommand extends GridloomCommand {

    @Argument(index = 0, name = "type", required = true, description = "记录类型 / Type of the record")
    @Completion(RecordTypeCompleter.class)
    private String type;

    @Argument(index = 1, name = "record", required = true, description = "记录 / Record")
    private String record;

    @Argument(index = 2, name = "file", required = true, description = "服务器上的文件 / File on the server")
    @Completion(FileCompleter.class)
    private String file;

    @Option(name = "--caption", description = "说明 / What it shows")
    private String caption;

    @Reference
    private Attachments attachments;

    @Override
    protected void run() throws IOException {
        // Who may not see the record sends nothing.
        attachments.list(type, record);
        try (InputStream content = ServerFiles.open("file", file)) {
            Upload upload = attachments.upload(Path.of(file).getFileName().toString(), content);
            Attachment made = attachments.attach(type, record, upload.id(), caption);
            say(Text.of("已附上，编号 %s", "Attached, id %s", made.id()));
        }
    }
}
