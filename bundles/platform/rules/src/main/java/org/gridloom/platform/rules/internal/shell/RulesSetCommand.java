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
import org.gridloom.platform.rule.RuleVersion;
import org.gridloom.platform.rules.internal.RuleEditing;
import org.gridloom.platform.text.Text;

/** Changes one row of what is in force. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "rules",
        name = "set",
        description = "改一行的值并发布新版本 / Publishes a version that differs from the one in force in one row")
public class RulesSetCommand extends GridloomCommand {

    @Reference
    private RuleEditing rules;

    @Argument(index = 0, name = "set", required = true, description = "规则集代码 / Code of the rule set")
    @Completion(RuleSetCompleter.class)
    private String set;

    @Argument(
            index = 1,
            name = "values",
            required = true,
            multiValued = true,
            description = "列代码=值,含该行的键 / column=value, with the key of the row")
    private List<String> values;

    @Option(name = "--from", required = true, description = "施行日期 / First day in force")
    private String from;

    @Option(name = "--document", required = true, multiValued = true, description = "依据文号 / Number of a document cited")
    private List<String> documents;

    @Override
    protected void run() {
        RuleVersion made = rules.edit(set, Shown.values(values), Shown.day("--from", from), documents);
        say(Text.of("版本 %1$d,自 %2$s 起施行", "Version %1$d, in force from %2$s", made.id(), made.validFrom()));
    }
}
