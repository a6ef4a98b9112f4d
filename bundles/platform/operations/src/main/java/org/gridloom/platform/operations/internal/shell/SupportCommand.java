package org.gridloom.platform.operations.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.operations.internal.support.SupportBundles;
import org.gridloom.platform.text.Text;

/** Makes a support bundle. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "gridloom",
        name = "support",
        description = "生成支持包,不含个人信息与密码 / Puts together what support needs, without personal data and secrets")
public class SupportCommand extends GridloomCommand {

    @Reference
    private SupportBundles bundles;

    @Argument(
            index = 0,
            name = "file",
            description = "新文件,默认在数据目录的 support 中 / A new file; by default in the folder support of the data folder")
    private String file;

    @Override
    protected void run() throws Exception {
        // On a thread of its own: Ctrl-C must not close the file of an H2 database.
        SupportBundles.Made made = watched(progress -> bundles.make(file));
        say(Text.of(
                "%s:%d 字节。发出前请先看一遍", "%s: %d bytes. Look through it before you send it", made.file(), made.bytes()));
    }
}
