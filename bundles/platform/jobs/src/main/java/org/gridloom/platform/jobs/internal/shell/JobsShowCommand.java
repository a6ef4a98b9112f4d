package org.gridloom.platform.jobs.internal.shell;

import java.time.Clock;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.jobs.internal.JobDesk;
import org.gridloom.platform.jobs.internal.JobView;
import org.gridloom.platform.text.Text;

/** Shows a job. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "jobs", name = "show", description = "一个定时任务 / Shows a job with what it was given")
public class JobsShowCommand extends GridloomCommand {

    @Reference
    private JobDesk desk;

    @Reference
    private Clock clock;

    @Argument(index = 0, name = "id", required = true, description = "任务编号 / Id of the job")
    private long id;

    @Override
    protected void run() {
        JobView job = desk.get(id);
        table(Text.of("项目", "Field"), Text.of("内容", "Value"))
                .row(Text.of("名称", "Name"), job.name())
                .row(Text.of("对象", "Key"), job.recurring() ? Text.of("周期", "recurring") : job.key())
                .row(Text.of("状态", "State"), Shown.state(job))
                .row(Text.of("应运行时间", "Due"), Shown.time(job.dueAt(), clock))
                .row(Text.of("下次运行", "Next"), Shown.time(job.nextAttemptAt(), clock))
                .row(Text.of("失败次数", "Failures"), job.attempts())
                .row(Text.of("失败时间", "Failed"), Shown.time(job.failedAt(), clock))
                .row(Text.of("错误", "Error"), job.error())
                .row(Text.of("上次完成", "Done last"), Shown.time(job.doneAt(), clock))
                .row(Text.of("本节点", "Here"), Shown.yes(job.here()))
                .row(Text.of("参数", "Payload"), job.payload())
                .print(out());
    }
}
