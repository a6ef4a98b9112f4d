package org.gridloom.platform.events.internal.shell;

import java.time.Clock;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.PagedCommand;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.events.internal.AuditFilter;
import org.gridloom.platform.events.internal.AuditRecord;
import org.gridloom.platform.events.internal.AuditTrail;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.text.Text;

/** Lists audit entries. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "audit", name = "list", description = "审计记录,最新的在前 / Lists audit entries, newest first")
public class AuditListCommand extends PagedCommand {

    @Reference
    private AuditTrail trail;

    @Reference
    private Clock clock;

    @Option(name = "--from", description = "起始日 / First day, as in 2026-01-31")
    private String from;

    @Option(name = "--to", description = "截止日 / Last day")
    private String to;

    @Option(name = "--account", description = "账号 / Account")
    private String account;

    @Option(name = "--address", description = "来源地址 / Address that the call came from")
    private String address;

    @Option(name = "--action", description = "操作,以点结尾则按前缀 / Action; with a dot at its end all that begin so")
    private String action;

    @Option(name = "--subject", description = "对象,如 unit/210102021 / Kind and id")
    private String subject;

    @Option(name = "--unit", description = "单位及其下级 / Unit and all below it")
    private String unit;

    @Override
    protected void run() {
        AuditFilter filter = new AuditFilter(
                Shown.day("--from", from), Shown.day("--to", to), account, address, action, subject, unit);
        Page<AuditRecord> page = trail.list(filter, pageQuery(AuditTrail.SORTABLE));
        ShellTable table = table(
                Text.of("序号", "Position"),
                Text.of("时间", "Time"),
                Text.of("账号", "Account"),
                Text.of("来源", "Origin"),
                Text.of("地址", "Address"),
                Text.of("操作", "Action"),
                Text.of("对象", "Subject"),
                Text.of("单位", "Unit"),
                Text.of("原因", "Reason"));
        page.items()
                .forEach(entry -> table.row(
                        entry.position(),
                        Shown.time(entry.at(), clock),
                        entry.account(),
                        entry.origin(),
                        entry.address(),
                        entry.action(),
                        entry.subject(),
                        entry.unit(),
                        entry.reason()));
        print(table, page);
    }
}
