package org.gridloom.platform.jobs.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.jobs.internal.JobDesk;

/** Cancels a job. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "jobs", name = "cancel", description = "取消任务 / Cancels a job, for good")
public class JobsCancelCommand extends GridloomCommand {

    @Reference
    private JobDesk desk;

    @Argument(index = 0, name = "id", required = true, description = "任务编号 / Id of the job")
    private long id;

    @Option(name = "--reason", required = true, description = "原因,记入审计 / Why, for the audit trail")
    private String reason;

    @Override
    protected void run() {
        desk.cancel(id, reason);
    }
}
