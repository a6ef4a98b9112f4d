package org.gridloom.platform.attachments.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.attachments.internal.Verification;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;

/** Verifies all files; fails if any is not as it was kept. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "attachments",
        name = "verify",
        description = "逐个校验附件文件 / Reads every file and tells which are missing or changed")
public final class VerifyCommand extends GridloomCommand {

    @Reference
    private Verification verification;

    @Override
    protected void run() throws Exception {
        Verification.Report report = watched(verification::run);
        if (!report.faults().isEmpty()) {
            ShellTable table = table(Text.of("文件", "File"), Text.of("问题", "Fault"));
            report.faults().forEach(fault -> table.row(fault.file(), fault.fault()));
            table.print(out());
            throw Problem.conflict(Text.of(
                    "%2$d 个文件中有 %1$d 个不完好",
                    "%d of %d files are not as they were kept", report.faults().size(), report.files()));
        }
        say(Text.of("%d 个文件全部完好", "All %d files are as they were kept", report.files()));
    }
}
