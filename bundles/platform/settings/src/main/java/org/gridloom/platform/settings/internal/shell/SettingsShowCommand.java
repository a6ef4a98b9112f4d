package org.gridloom.platform.settings.internal.shell;

import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.settings.internal.ModuleView;
import org.gridloom.platform.settings.internal.SettingView;
import org.gridloom.platform.settings.internal.SettingsEditing;
import org.gridloom.platform.text.Text;

/** Shows settings with what is allowed. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "settings",
        name = "show",
        description = "配置的含义、现值、默认值与允许的值 / Shows what settings mean, what holds, the default and what is allowed")
public class SettingsShowCommand extends GridloomCommand {

    @Reference
    private SettingsEditing settings;

    @Argument(index = 0, name = "module", required = true, description = "模块 / Module")
    @Completion(ModuleCompleter.class)
    private String module;

    @Argument(index = 1, name = "key", description = "设置项,缺省为全部 / Setting; all if absent")
    @Completion(KeyCompleter.class)
    private String key;

    @Override
    protected void run() {
        ModuleView view = settings.module(module);
        List<SettingView> shown = view.settings().stream()
                .filter(setting -> key == null || setting.key().equals(key))
                .toList();
        if (shown.isEmpty()) {
            throw Problem.notFound(Text.of("没有这个设置项", "There is no such setting"));
        }
        ShellTable table = table(
                Text.of("设置项", "Setting"),
                Text.of("名称", "Name"),
                Text.of("值", "Value"),
                Text.of("默认值", "Default"),
                Text.of("来源", "Set by"),
                Text.of("允许的值", "Allowed"),
                Text.of("说明", "Description"));
        for (SettingView setting : shown) {
            table.row(
                    setting.key(),
                    setting.name(),
                    Shown.value(setting, setting.value()),
                    Shown.value(setting, setting.defaultValue()),
                    Shown.source(setting),
                    setting.allowed(),
                    setting.description());
        }
        table.print(out());
        if (!isPlain()) {
            say(Text.of(
                    "%1$s,由%3$s修改",
                    "%2$s, changed by the %4$s",
                    view.title().zh(),
                    view.title().en(),
                    view.duty().title().zh(),
                    view.duty().title().en().toLowerCase(Locale.ROOT)));
            view.problems().forEach(this::say);
        }
    }
}
