package org.gridloom.platform.rules.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.rules.internal.RuleEditing;

/** Takes back a version. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "rules",
        name = "withdraw",
        description = "撤回尚未施行的版本 / Takes back a version that is still to come into force")
public class RulesWithdrawCommand extends GridloomCommand {

    @Reference
    private RuleEditing rules;

    @Argument(index = 0, name = "version", required = true, description = "版本编号 / Id of the version")
    private long version;

    @Option(name = "--reason", required = true, description = "原因,记入审计 / Why, for the audit trail")
    private String reason;

    @Override
    protected void run() {
        rules.withdraw(version, reason, rules.version(version).version());
    }
}
