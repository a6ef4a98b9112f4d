package org.gridloom.organization.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.OrganizationClosing;
import org.gridloom.organization.PartyOrganization;
import org.gridloom.organization.PartyOrganizations;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.Options;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;

/** Closes a party organisation. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "party-close", description = "撤销党组织 / Close a party organisation")
public final class PartyCloseCommand extends GridloomCommand {

    @Argument(index = 0, name = "code", description = "编码 / Code", required = true)
    @Completion(PartyCodeCompleter.class)
    private String code;

    @Option(name = "--on", description = "撤销日期,缺省为今天 / First day; today if absent")
    private String on;

    @Option(name = "--reason", description = "依据或原因 / Why")
    private String reason;

    @Reference
    private PartyOrganizations party;

    @Override
    protected void run() {
        List<PartyOrganization> history = party.history(code);
        PartyOrganization closed = party.close(
                code,
                new OrganizationClosing(Options.date("--on", on), reason),
                history.get(history.size() - 1).version());
        say(Text.of("%s 自 %s 起撤销", "%s closes on %s", closed.code(), closed.validTo()));
    }
}
