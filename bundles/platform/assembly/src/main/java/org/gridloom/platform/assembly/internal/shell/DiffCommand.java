package org.gridloom.platform.assembly.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.gridloom.platform.assembly.internal.DistrictAssembly;
import org.gridloom.platform.assembly.internal.file.Difference;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;

/** Shows in what a file differs from another, or from what is in force. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "district",
        name = "diff",
        description = "比较两份装配文件,或文件与现状 / Shows in what a file differs from another one, or from what is in force")
public class DiffCommand extends GridloomCommand {

    private static final String RUNNING = "running";

    @Reference
    private DistrictAssembly assembly;

    @Argument(index = 0, name = "file", required = true, description = "装配文件 / A district's file")
    @Completion(FileCompleter.class)
    private String file;

    @Argument(
            index = 1,
            name = "other",
            required = true,
            description = "另一份装配文件,或 running(现状) / Another one, or running for what is in force")
    @Completion(FileCompleter.class)
    private String other;

    @Override
    protected void run() throws Exception {
        List<Difference> differences =
                other.equals(RUNNING) ? assembly.differences(file) : assembly.differences(file, other);
        if (differences.isEmpty()) {
            say(Text.of("没有差异", "There is no difference"));
        } else {
            Shown.differences(differences, table(Shown.headers(file, other)), locale())
                    .print(out());
        }
    }
}
