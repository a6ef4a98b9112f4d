package org.gridloom.platform.settings.internal.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.settings.internal.SettingsEditing;
import org.gridloom.platform.text.Text;

/** Goes back to defaults. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "settings", name = "reset", description = "恢复默认值 / Sets settings to their defaults")
public class SettingsResetCommand extends GridloomCommand {

    @Reference
    private SettingsEditing settings;

    @Argument(index = 0, name = "module", required = true, description = "模块 / Module")
    @Completion(ModuleCompleter.class)
    private String module;

    @Argument(index = 1, name = "keys", required = true, multiValued = true, description = "设置项 / Settings")
    @Completion(KeyCompleter.class)
    private List<String> keys;

    @Override
    protected void run() {
        Map<String, List<String>> wanted = new HashMap<>();
        keys.forEach(key -> wanted.put(key, null));
        settings.change(module, wanted, null, null);
        say(Text.of("已恢复默认值:%s", "Set to the default: %s", String.join(", ", keys)));
    }
}
