package org.gridloom.platform.rest.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.persistence.CountReport;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.internal.figure.CountCheck;
import org.gridloom.platform.text.Text;

/** Counts all records again; fails if a count deviates and is not put right. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "figures",
        name = "verify",
        description = "按记录核对指标计数 / Holds the counts that figures are read from against the records")
public final class FiguresVerifyCommand extends GridloomCommand {

    @Option(name = "--repair", description = "更正不符的计数 / Puts right what deviates")
    private boolean repair;

    @Reference
    private CountCheck check;

    @Override
    protected void run() {
        List<CountReport> reports = check.verify(repair);
        ShellTable table = table(Text.of("计数", "Count"), Text.of("不符", "Deviations"), Text.of("结果", "Result"));
        reports.forEach(report -> table.row(report.counter(), report.deviations(), result(report)));
        table.print(out());
        if (!reports.stream().allMatch(report -> report.deviations() == 0 || report.repaired())) {
            throw Problem.conflict(Text.of(
                    "有计数与记录不符,可用 --repair 更正", "Some counts deviate from the records; --repair puts them right"));
        }
    }

    private static Text result(CountReport report) {
        if (report.repaired()) {
            return Text.of("已更正", "put right");
        }
        return report.deviations() == 0 ? Text.of("一致", "agrees") : Text.of("不符", "deviates");
    }
}
