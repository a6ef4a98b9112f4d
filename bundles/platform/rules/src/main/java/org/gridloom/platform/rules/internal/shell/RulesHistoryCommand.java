package org.gridloom.platform.rules.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.rules.internal.RuleEditing;
import org.gridloom.platform.text.Text;

/** Lists versions. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "rules", name = "history", description = "规则集的版本 / Lists the versions of a rule set")
public class RulesHistoryCommand extends GridloomCommand {

    @Reference
    private RuleEditing rules;

    @Argument(index = 0, name = "set", required = true, description = "规则集代码 / Code of the rule set")
    @Completion(RuleSetCompleter.class)
    private String set;

    @Override
    protected void run() {
        ShellTable table = table(
                Text.of("版本", "Version"),
                Text.of("施行日期", "In force from"),
                Text.of("状态", "State"),
                Text.of("行数", "Rows"),
                Text.of("依据", "Basis"),
                Text.of("备注", "Note"));
        rules.history(set)
                .forEach(it -> table.row(
                        it.id(),
                        it.validFrom(),
                        Shown.state(it.state()),
                        it.rows().size(),
                        String.join(", ", it.basis()),
                        it.note()));
        table.print(out());
    }
}
