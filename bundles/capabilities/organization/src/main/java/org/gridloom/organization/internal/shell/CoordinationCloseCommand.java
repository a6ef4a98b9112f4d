package org.gridloom.organization.internal.shell;

import java.time.LocalDate;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.CoordinationBodies;
import org.gridloom.organization.CoordinationBody;
import org.gridloom.organization.OrganizationClosing;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.Options;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;

/** Closes a coordination body. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "coordination-close", description = "撤销协调机制 / Close a coordination body")
public final class CoordinationCloseCommand extends GridloomCommand {

    @Argument(index = 0, name = "code", description = "编码 / Code", required = true)
    @Completion(CoordinationCodeCompleter.class)
    private String code;

    @Option(name = "--on", description = "撤销日期,缺省为今天 / First day; today if absent")
    private String on;

    @Option(name = "--reason", description = "依据或原因 / Why")
    private String reason;

    @Reference
    private CoordinationBodies bodies;

    @Override
    protected void run() {
        LocalDate day = Options.date("--on", on);
        CoordinationBody closed = bodies.close(
                code,
                new OrganizationClosing(day, reason),
                bodies.get(code, day).version());
        say(Text.of("%s 自 %s 起撤销", "%s closes on %s", closed.code(), closed.validTo()));
    }
}
