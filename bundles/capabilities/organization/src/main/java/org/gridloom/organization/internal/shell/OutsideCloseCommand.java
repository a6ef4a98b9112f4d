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
import org.gridloom.organization.OutsideOrganization;
import org.gridloom.organization.OutsideOrganizations;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.Options;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;

/** Closes an outside organisation. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "outside-close", description = "注销外部单位 / Close an outside organisation")
public final class OutsideCloseCommand extends GridloomCommand {

    @Argument(index = 0, name = "code", description = "编码 / Code", required = true)
    @Completion(OutsideCodeCompleter.class)
    private String code;

    @Option(name = "--on", description = "注销日期,缺省为今天 / First day; today if absent")
    private String on;

    @Option(name = "--reason", description = "依据或原因 / Why")
    private String reason;

    @Reference
    private OutsideOrganizations outside;

    @Override
    protected void run() {
        List<OutsideOrganization> history = outside.history(code);
        OutsideOrganization closed = outside.close(
                code,
                new OrganizationClosing(Options.date("--on", on), reason),
                history.get(history.size() - 1).version());
        say(Text.of("%s 自 %s 起注销", "%s closes on %s", closed.code(), closed.validTo()));
    }
}
