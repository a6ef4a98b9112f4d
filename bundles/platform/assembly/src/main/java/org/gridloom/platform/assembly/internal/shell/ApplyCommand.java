package org.gridloom.platform.assembly.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.gridloom.platform.assembly.internal.DistrictAssembly;
import org.gridloom.platform.assembly.internal.DistrictAssembly.Applied;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;

/** Makes the district what a file says. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "district",
        name = "apply",
        description = "按装配文件配置本区,全部生效或全部不生效 / Makes the district what a file says, all or nothing")
public class ApplyCommand extends GridloomCommand {

    @Reference
    private DistrictAssembly assembly;

    @Argument(index = 0, name = "file", required = true, description = "服务器上的装配文件 / The district's file on the server")
    @Completion(FileCompleter.class)
    private String file;

    @Option(name = "--dry-run", description = "只检查并列出差异 / Only check, and list what is different")
    private boolean dryRun;

    @Override
    protected void run() throws Exception {
        // On a thread of its own: Ctrl-C must not close the file of an H2 database.
        Applied applied = watched(progress -> assembly.apply(file, dryRun));
        if (applied.differences().isEmpty()) {
            say(Text.of("与现状一致,没有变化", "Nothing changes: the district is what the file says"));
            return;
        }
        Shown.differences(applied.differences(), table(Shown.headers()), locale())
                .print(out());
        applied.later()
                .forEach(fault -> say(Text.of(
                        "安装其能力后才能检查:第 %1$d 行 %2$s",
                        "Can be judged when its capabilities are installed: line %1$d %2$s",
                        fault.row(),
                        fault.field())));
        say(
                dryRun
                        ? Text.of("仅检查,未写入", "Checked only: nothing was written")
                        : Text.of(
                                "已应用,%d 处改变",
                                "Applied: %d changes", applied.differences().size()));
    }
}
