package org.gridloom.platform.rules.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.rule.RuleColumn;
import org.gridloom.platform.rule.RuleRow;
import org.gridloom.platform.rule.RuleVersion;
import org.gridloom.platform.rules.internal.RuleEditing;
import org.gridloom.platform.text.Text;

/** Shows the rules in force. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "rules",
        name = "show",
        description = "某日有效的规则,或某个版本 / Shows the rules in force on a day, or a version")
public class RulesShowCommand extends GridloomCommand {

    @Reference
    private RuleEditing rules;

    @Argument(index = 0, name = "set", required = true, description = "规则集代码 / Code of the rule set")
    @Completion(RuleSetCompleter.class)
    private String set;

    @Option(name = "--on", description = "日期,缺省为今天 / Day; today if absent")
    private String on;

    @Option(name = "--version", description = "版本编号 / Id of a version")
    private Long version;

    @Override
    protected void run() {
        RuleVersion shown = version == null ? rules.at(set, Shown.day("--on", on)) : rules.version(version);
        List<RuleColumn> columns = rules.set(set).columns();
        say(Text.of(
                "版本 %1$s,自 %2$s,依据 %3$s",
                "Version %1$s, from %2$s, basis %3$s",
                shown.id(),
                shown.validFrom(),
                String.join(", ", shown.basis())));
        ShellTable table = table(columns.stream().map(RuleColumn::label).toArray(Text[]::new));
        for (RuleRow row : shown.rows()) {
            table.row(columns.stream().map(column -> Shown.cell(column, row)).toArray());
        }
        table.print(out());
    }
}
