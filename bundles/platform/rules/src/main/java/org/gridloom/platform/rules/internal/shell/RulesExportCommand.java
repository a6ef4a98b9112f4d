package org.gridloom.platform.rules.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.rules.internal.RuleCsv;

/** Prints the table as CSV. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "rules", name = "export", description = "以 CSV 输出某日有效的规则表 / Prints the table in force on a day as CSV")
public class RulesExportCommand extends GridloomCommand {

    @Reference
    private RuleCsv tables;

    @Argument(index = 0, name = "set", required = true, description = "规则集代码 / Code of the rule set")
    @Completion(RuleSetCompleter.class)
    private String set;

    @Option(name = "--on", description = "日期,缺省为今天 / Day; today if absent")
    private String on;

    @Override
    protected void run() {
        out().print(tables.export(set, Shown.day("--on", on), locale()));
    }
}
