package org.gridloom.platform.jobs.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.jobs.internal.JobDesk;

/** Tries a job again now that failed. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "jobs", name = "retry", description = "立即重试失败的任务 / Tries a job again now that failed")
public class JobsRetryCommand extends GridloomCommand {

    @Reference
    private JobDesk desk;

    @Argument(index = 0, name = "id", required = true, description = "任务编号 / Id of the job")
    private long id;

    @Override
    protected void run() {
        desk.retry(id);
    }
}
