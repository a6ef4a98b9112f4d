package org.gridloom.platform.events.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.events.internal.AuditTrail;
import org.gridloom.platform.events.internal.chain.ChainReport;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;

/** Verifies the audit trail and the event log; fails if either is broken. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "audit",
        name = "verify",
        description = "校验审计记录和事件未被篡改 / Verifies that no entry or event was changed, deleted or reordered")
public class AuditVerifyCommand extends GridloomCommand {

    @Reference
    private AuditTrail trail;

    @Override
    protected void run() {
        List<ChainReport> reports = trail.verify();
        ShellTable table = table(
                Text.of("链", "Chain"),
                Text.of("结果", "Result"),
                Text.of("已校验", "Checked"),
                Text.of("未封存", "Unsealed"),
                Text.of("最久(秒)", "Oldest (s)"),
                Text.of("锚定", "Anchors"),
                Text.of("锚定至", "Anchored to"));
        reports.forEach(report -> table.row(
                report.chain(),
                verdict(report),
                report.checked(),
                report.unsealed(),
                report.unsealedSeconds(),
                report.anchors(),
                report.anchoredTo()));
        table.print(out());
        if (!reports.stream().allMatch(ChainReport::whole)) {
            throw Problem.conflict(Text.of("审计记录已被篡改", "The records were tampered with"));
        }
    }

    private static Text verdict(ChainReport report) {
        if (report.broken() != null) {
            return report.broken().message();
        }
        return report.whole() ? Text.of("完整", "whole") : report.anchorFaults().get(0);
    }
}
