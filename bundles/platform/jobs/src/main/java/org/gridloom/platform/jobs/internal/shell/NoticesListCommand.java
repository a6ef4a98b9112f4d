package org.gridloom.platform.jobs.internal.shell;

import java.time.Clock;
import java.util.Set;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.PagedCommand;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.jobs.internal.notice.NoticeView;
import org.gridloom.platform.jobs.internal.notice.OwnNotices;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.text.Text;

/** Lists one's own notices. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "notices", name = "list", description = "本人的提醒,最新的在前 / Lists one's own notices, newest first")
public class NoticesListCommand extends PagedCommand {

    @Reference
    private OwnNotices notices;

    @Reference
    private Clock clock;

    @Option(name = "--unread", description = "仅未读 / Only unread ones")
    private boolean unread;

    @Override
    protected void run() {
        Page<NoticeView> page = notices.list(unread, pageQuery(Set.of()));
        ShellTable table = table(
                Text.of("编号", "Id"),
                Text.of("时间", "Time"),
                Text.of("内容", "Subject"),
                Text.of("对象", "About"),
                Text.of("已读", "Read"));
        page.items()
                .forEach(notice -> table.row(
                        notice.id(),
                        Shown.time(notice.sentAt(), clock),
                        notice.subject(),
                        notice.about(),
                        Shown.yes(notice.readAt() != null)));
        print(table, page);
    }
}
