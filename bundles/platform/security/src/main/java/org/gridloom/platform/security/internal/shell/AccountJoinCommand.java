package org.gridloom.platform.security.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.security.internal.Separation;

/** Ends that the three administrators are kept apart. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "account", name = "join", description = "停用三员分立 / Ends that the three administrators are kept apart")
public class AccountJoinCommand extends GridloomCommand {

    @Reference
    private Separation separation;

    @Option(name = "--reason", required = true, description = "原因,记入审计 / Why, for the audit trail")
    private String reason;

    @Override
    protected void run() {
        separation.set(false, reason);
    }
}
