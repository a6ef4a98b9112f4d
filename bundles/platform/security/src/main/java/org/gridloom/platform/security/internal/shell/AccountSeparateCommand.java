package org.gridloom.platform.security.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.security.internal.Separation;

/** Keeps the three administrators apart. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "account",
        name = "separate",
        description = "三员分立:系统管理员、安全管理员、安全审计员互不兼任 / Keeps the three administrators apart")
public class AccountSeparateCommand extends GridloomCommand {

    @Reference
    private Separation separation;

    @Option(name = "--reason", required = true, description = "原因,记入审计 / Why, for the audit trail")
    private String reason;

    @Override
    protected void run() {
        separation.set(true, reason);
    }
}
