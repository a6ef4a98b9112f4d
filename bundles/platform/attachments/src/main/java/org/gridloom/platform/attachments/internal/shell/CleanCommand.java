package org.gridloom.platform.attachments.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.attachments.internal.CleanUp;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;

/** Cleans up now. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "attachments",
        name = "clean",
        description = "清理过期上传和无主文件,平时每天自动进行 / Forgets what belongs to no record, as is done every day")
public final class CleanCommand extends GridloomCommand {

    @Option(name = "--dry-run", description = "仅统计,不清理 / Only tells what would go")
    private boolean dryRun;

    @Reference
    private CleanUp cleanUp;

    @Override
    protected void run() throws Exception {
        CleanUp.Cleaned cleaned = watched(progress -> cleanUp.run(dryRun));
        table(
                        Text.of("过期上传", "Expired uploads"),
                        Text.of("无主内容", "Contents of nothing"),
                        Text.of("删除的文件", "Files removed"),
                        Text.of("字节", "Bytes"))
                .row(cleaned.uploads(), cleaned.contents(), cleaned.files(), cleaned.bytes())
                .print(out());
        if (dryRun && !isPlain()) {
            say(Text.of("仅统计,未清理", "Counted only: nothing was removed"));
        }
    }
}
