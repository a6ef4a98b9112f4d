package org.gridloom.platform.operations.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.operations.internal.backup.Backups;
import org.gridloom.platform.text.Text;

/** Backs the district up. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "gridloom",
        name = "backup",
        description = "备份全区数据与文件 / Writes the district's database and files into one archive, while it works")
public class BackupCommand extends GridloomCommand {

    @Reference
    private Backups backups;

    @Argument(
            index = 0,
            name = "file",
            description = "新文件,默认在数据目录的 backups 中 / A new file; by default in the folder backups of the data folder")
    private String file;

    @Override
    protected void run() throws Exception {
        // On a thread of its own: Ctrl-C must not close the file of an H2 database.
        Backups.Made made = watched(progress -> backups.make(file));
        say(Text.of(
                "%s:%d 行,%d 个文件,%d 字节",
                "%s: %d rows, %d files, %d bytes",
                made.file(),
                made.manifest().rows(),
                made.manifest().files(),
                made.bytes()));
        say(
                Text.of(
                        "个人信息密钥(privacy/master.keys)不在其中:请另存副本,恢复时须放回",
                        "The keys of personal data (privacy/master.keys) are not in it: keep a copy apart, to be put back at a restore"));
    }
}
