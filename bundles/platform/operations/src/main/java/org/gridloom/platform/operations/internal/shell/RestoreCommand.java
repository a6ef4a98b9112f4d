package org.gridloom.platform.operations.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.operations.internal.backup.Manifest;
import org.gridloom.platform.operations.internal.backup.Restore;
import org.gridloom.platform.text.Text;

/** Restores a backup into an empty installation. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "gridloom",
        name = "restore",
        description = "恢复备份到空的安装 / Brings an archive back into an empty installation")
public class RestoreCommand extends GridloomCommand {

    @Reference
    private Restore restore;

    @Argument(index = 0, name = "file", required = true, description = "备份文件 / The archive")
    private String file;

    @Override
    protected void run() throws Exception {
        Manifest manifest = watched(progress -> restore.run(file));
        say(Text.of(
                "已恢复 %s 的备份:%d 行,%d 个文件。请立即重启 Gridloom",
                "Restored as of %s: %d rows, %d files. Start Gridloom anew now",
                manifest.at(),
                manifest.rows(),
                manifest.files()));
    }
}
