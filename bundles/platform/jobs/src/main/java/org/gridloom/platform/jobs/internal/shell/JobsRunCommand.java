package org.gridloom.platform.jobs.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.jobs.internal.JobDesk;

/** Runs a job now that was to run later. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "jobs", name = "run", description = "立即运行任务 / Runs a job now that was to run later")
public class JobsRunCommand extends GridloomCommand {

    @Reference
    private JobDesk desk;

    @Argument(index = 0, name = "id", required = true, description = "任务编号 / Id of the job")
    private long id;

    @Override
    protected void run() {
        desk.run(id);
    }
}
