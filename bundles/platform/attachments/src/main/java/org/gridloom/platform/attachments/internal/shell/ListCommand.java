package org.gridloom.platform.attachments.internal.shell;

import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.attachment.Attachment;
import org.gridloom.platform.attachments.internal.Verification;
import org.gridloom.platform.attachments.internal.domain.Listed;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.text.Text;

/** Lists attachments, without their names: those are the records' own. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "attachments", name = "list", description = "附件,新的在前 / Lists attachments, the latest first")
public final class ListCommand extends GridloomCommand {

    @Option(name = "--type", description = "记录类型 / Type of records")
    @Completion(RecordTypeCompleter.class)
    private String type;

    @Option(name = "--page", description = "页码,从 0 开始 / Page, from 0")
    private int page;

    @Option(name = "--size", description = "每页条数 / Attachments of a page")
    private int size = PageQuery.DEFAULT_SIZE;

    @Reference
    private Verification verification;

    @Override
    protected void run() {
        Page<Listed> found = verification.list(type, PageQuery.of(page, size, null, Set.copyOf(List.<String>of())));
        ShellTable table = table(
                Text.of("编号", "Id"),
                Text.of("记录类型", "Record type"),
                Text.of("记录", "Record"),
                Text.of("单元", "Unit"),
                Text.of("种类", "Kind"),
                Text.of("字节", "Bytes"),
                Text.of("账号", "Account"),
                Text.of("时间", "At"),
                Text.of("文件", "File"));
        found.items().forEach(each -> row(table, each));
        table.print(out());
        if (!isPlain()) {
            say(Text.of("共 %d 个", "%d in all", found.total()));
        }
    }

    private static void row(ShellTable table, Listed each) {
        Attachment attachment = each.attachment();
        table.row(
                attachment.id(),
                attachment.recordType(),
                attachment.record(),
                each.unit(),
                attachment.kind(),
                attachment.bytes(),
                attachment.attachedBy(),
                attachment.attachedAt(),
                each.file());
    }
}
