package org.gridloom.organization.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.OrganizationType;
import org.gridloom.platform.console.Options;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;

/** Changes a type of organisation; what no option names stays. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "organization",
        name = "organization-type-change",
        description = "修改组织类型 / Change a type of organisation")
public final class OrganizationTypeChangeCommand extends OrganizationTypeCommand {

    @Argument(index = 0, name = "code", description = "编码 / Code", required = true)
    @Completion(OrganizationTypeCompleter.class)
    private String code;

    @Override
    protected void run() {
        OrganizationType before =
                Options.found(vocabulary().types(), each -> each.code().equals(code));
        OrganizationType changed = vocabulary().changeType(code, draft(before), before.version());
        say(Text.of("已变更 %s", "Changed %s", changed.code()));
    }
}
