package org.gridloom.platform.privacy.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.privacy.internal.Rotation;
import org.gridloom.platform.text.Text;

/** Takes an old master key out of the file. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "privacy",
        name = "drop-key",
        description =
                "从密钥文件中去掉旧主密钥,此前的备份须用当时的副本 / Takes an old master key out of the file; older backups need a copy from their time")
public final class DropKeyCommand extends GridloomCommand {

    @Reference
    private Rotation rotation;

    @Argument(index = 0, name = "key", required = true, description = "密钥编号 / Number of the key")
    private int key;

    @Override
    protected void run() {
        rotation.drop(key);
        say(Text.of("已去掉密钥 %d", "Dropped key %d", key));
    }
}
