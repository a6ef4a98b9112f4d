package org.gridloom.platform.settings.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.settings.internal.ModuleView;
import org.gridloom.platform.settings.internal.SettingView;
import org.gridloom.platform.settings.internal.SettingsEditing;
import org.gridloom.platform.text.Text;

/** Lists settings. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "settings", name = "list", description = "各模块的配置 / Lists modules' settings with what holds")
public class SettingsListCommand extends GridloomCommand {

    @Reference
    private SettingsEditing settings;

    @Argument(index = 0, name = "module", description = "模块,缺省为全部 / Module; all if absent")
    @Completion(ModuleCompleter.class)
    private String module;

    @Override
    protected void run() {
        List<ModuleView> modules = module == null ? settings.modules() : List.of(settings.module(module));
        ShellTable table = table(
                Text.of("模块", "Module"),
                Text.of("设置项", "Setting"),
                Text.of("名称", "Name"),
                Text.of("值", "Value"),
                Text.of("来源", "Set by"));
        for (ModuleView each : modules) {
            for (SettingView setting : each.settings()) {
                table.row(
                        each.module(),
                        setting.key(),
                        setting.name(),
                        Shown.value(setting, setting.value()),
                        Shown.source(setting));
            }
        }
        table.print(out());
        if (!isPlain()) {
            modules.forEach(each -> each.problems().forEach(this::say));
        }
    }
}
