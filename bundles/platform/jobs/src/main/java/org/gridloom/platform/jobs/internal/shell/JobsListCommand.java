package org.gridloom.platform.jobs.internal.shell;

import java.time.Clock;
import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.PagedCommand;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.jobs.internal.JobDesk;
import org.gridloom.platform.jobs.internal.JobView;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.text.Text;

/** Lists jobs. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "jobs",
        name = "list",
        description = "定时任务,已搁置的在前 / Lists jobs, parked ones first, then by when they are due")
public class JobsListCommand extends PagedCommand {

    @Reference
    private JobDesk desk;

    @Reference
    private Clock clock;

    @Argument(index = 0, name = "name", description = "名称 / Name")
    @Completion(JobNameCompleter.class)
    private String name;

    @Option(name = "--state", description = "状态 / waiting, retried or parked")
    private String state;

    @Override
    protected void run() {
        Page<JobView> page = desk.list(name, state, pageQuery(Set.of()));
        ShellTable table = table(
                Text.of("编号", "Id"),
                Text.of("名称", "Name"),
                Text.of("对象", "Key"),
                Text.of("状态", "State"),
                Text.of("应运行时间", "Due"),
                Text.of("下次运行", "Next"),
                Text.of("失败次数", "Failures"),
                Text.of("上次完成", "Done last"),
                Text.of("本节点", "Here"),
                Text.of("错误", "Error"));
        page.items()
                .forEach(job -> table.row(
                        job.id(),
                        job.name(),
                        job.recurring() ? Text.of("周期", "recurring") : job.key(),
                        Shown.state(job),
                        Shown.time(job.dueAt(), clock),
                        Shown.time(job.nextAttemptAt(), clock),
                        job.attempts(),
                        Shown.time(job.doneAt(), clock),
                        Shown.yes(job.here()),
                        job.error()));
        print(table, page);
    }
}
