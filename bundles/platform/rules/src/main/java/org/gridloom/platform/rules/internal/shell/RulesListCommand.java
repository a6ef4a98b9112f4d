package org.gridloom.platform.rules.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.rules.internal.RuleEditing;
import org.gridloom.platform.text.Text;

/** Lists rule sets. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "rules", name = "list", description = "规则集 / Lists rule sets with what is in force today")
public class RulesListCommand extends GridloomCommand {

    @Reference
    private RuleEditing rules;

    @Override
    protected void run() {
        ShellTable table = table(
                Text.of("代码", "Code"),
                Text.of("名称", "Name"),
                Text.of("现行版本", "Version"),
                Text.of("施行日期", "In force from"),
                Text.of("状态", "State"),
                Text.of("依据", "Basis"));
        rules.sets()
                .forEach(set -> table.row(
                        set.code(),
                        set.name(),
                        set.current().id(),
                        set.current().validFrom(),
                        Shown.state(set.current().state()),
                        String.join(", ", set.current().basis())));
        table.print(out());
    }
}
