package org.gridloom.platform.settings.internal.shell;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.settings.internal.SettingsEditing;
import org.gridloom.platform.settings.internal.domain.SettingType;
import org.gridloom.platform.text.Text;

/** Sets a setting. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "settings", name = "set", description = "设置一项配置,立即生效 / Sets a setting; it takes effect at once")
public class SettingsSetCommand extends GridloomCommand {

    @Reference
    private SettingsEditing settings;

    @Argument(index = 0, name = "module", required = true, description = "模块 / Module")
    @Completion(ModuleCompleter.class)
    private String module;

    @Argument(index = 1, name = "key", required = true, description = "设置项 / Setting")
    @Completion(KeyCompleter.class)
    private String key;

    @Argument(
            index = 2,
            name = "values",
            multiValued = true,
            description = "值;列表可有多个或没有;密码不写,另行输入 / Value; a list has several or none; a secret is asked for")
    private List<String> values;

    @Option(name = "--document", description = "依据文号 / Number of a document cited")
    private String document;

    @Override
    protected void run() throws IOException {
        settings.change(module, Map.of(key, values()), document, null);
        say(Text.of("%s 已设置", "%s is set", key));
    }

    private List<String> values() throws IOException {
        if (values != null) {
            return values;
        }
        boolean secret = settings.module(module).settings().stream()
                .anyMatch(setting -> setting.key().equals(key) && setting.type() == SettingType.SECRET);
        return secret ? List.of(readSecret(Text.of("%s:", "%s: ", key))) : List.of();
    }
}
