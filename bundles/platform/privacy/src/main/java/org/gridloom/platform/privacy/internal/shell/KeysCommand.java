package org.gridloom.platform.privacy.internal.shell;

import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.privacy.internal.Rotation;
import org.gridloom.platform.text.Text;

/** Master keys, never themselves. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "privacy",
        name = "keys",
        description = "主密钥状态 / Master keys of personal data: which are in use, for how many people")
public final class KeysCommand extends GridloomCommand {

    private static final Map<String, Text> STATES = Map.of(
            "current", new Text("当前", "current"),
            "older", new Text("旧", "older"),
            "prepared", new Text("已备,未启用", "prepared"),
            "unused", new Text("已停用", "no longer used"));

    @Reference
    private Rotation rotation;

    @Override
    protected void run() {
        ShellTable table =
                table(Text.of("密钥", "Key"), Text.of("状态", "State"), Text.of("启用时间", "Since"), Text.of("人数", "People"));
        rotation.keys().forEach(key -> table.row(key.key(), STATES.get(key.state()), key.madeAt(), key.subjects()));
        table.print(out());
    }
}
