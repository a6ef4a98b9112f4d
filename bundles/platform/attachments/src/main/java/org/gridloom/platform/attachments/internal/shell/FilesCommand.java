package org.gridloom.platform.attachments.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.attachment.Attachments;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.text.Text;

/** Lists the files of a record, for who may read it. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "attachments", name = "files", description = "一条记录的附件 / Lists the files of a record")
public final class FilesCommand extends GridloomCommand {

    @Argument(index = 0, name = "type", required = true, description = "记录类型 / Type of the record")
    @Completion(RecordTypeCompleter.class)
    private String type;

    @Argument(index = 1, name = "record", required = true, description = "记录 / Record")
    private String record;

    @Reference
    private Attachments attachments;

    @Override
    protected void run() {
        ShellTable table = table(
                Text.of("编号", "Id"),
                Text.of("文件名", "Name"),
                Text.of("种类", "Kind"),
                Text.of("字节", "Bytes"),
                Text.of("说明", "Caption"),
                Text.of("账号", "Account"),
                Text.of("时间", "At"));
        attachments
                .list(type, record)
                .forEach(each -> table.row(
                        each.id(),
                        each.name(),
                        each.kind(),
                        each.bytes(),
                        each.caption(),
                        each.attachedBy(),
                        each.attachedAt()));
        table.print(out());
    }
}
