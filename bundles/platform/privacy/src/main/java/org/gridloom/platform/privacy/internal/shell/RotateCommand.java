package org.gridloom.platform.privacy.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.privacy.internal.Rotation;
import org.gridloom.platform.text.Text;

/** Takes a new master key into use. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "privacy",
        name = "rotate",
        description =
                "启用新的主密钥,可中断后继续 / Takes a new master key into use while everybody works; goes on where it was interrupted")
public final class RotateCommand extends GridloomCommand {

    @Reference
    private Rotation rotation;

    @Option(
            name = "--prepare",
            description =
                    "只生成新密钥不启用,以便先把密钥文件复制到其他节点 / Only make the key, so that the file can be copied to other nodes first")
    private boolean prepare;

    @Override
    protected void run() throws Exception {
        if (prepare) {
            int key = rotation.prepare();
            say(Text.of(
                    "密钥 %d 已写入密钥文件。复制到其他节点后,再运行 privacy:rotate",
                    "Key %d is in the key file. Copy it to the other nodes, then run privacy:rotate", key));
            return;
        }
        Rotation.Done done = watched(rotation::rotate);
        say(
                done.finished()
                        ? Text.of(
                                "已启用密钥 %1$d,%2$d 人的密钥已换。请另存密钥文件的副本",
                                "Key %1$d is in use, the keys of %2$d people are under it. Keep a copy of the key file",
                                done.key(),
                                done.subjects())
                        : Text.of(
                                "已中断:密钥 %1$d,已换 %2$d 人。再运行一次即继续",
                                "Interrupted: key %1$d, %2$d people done. Run it again to go on",
                                done.key(),
                                done.subjects()));
    }
}
