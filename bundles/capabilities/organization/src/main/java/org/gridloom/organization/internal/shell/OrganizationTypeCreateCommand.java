package org.gridloom.organization.internal.shell;

import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.gridloom.organization.OrganizationType;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;

/** Creates a type of organisation. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "organization",
        name = "organization-type-create",
        description = "新建组织类型 / Create a type of organisation")
public final class OrganizationTypeCreateCommand extends OrganizationTypeCommand {

    @Argument(index = 0, name = "code", description = "编码 / Code", required = true)
    private String code;

    @Option(name = "--family", description = "类别 / Family")
    @Completion(
            value = StringsCompleter.class,
            values = {"party", "outside", "body"})
    private String family;

    @Override
    protected void run() {
        OrganizationType made = vocabulary()
                .createType(draft(new OrganizationType(code, family, Text.of("", ""), Set.of(), false, false, 0)));
        say(Text.of("已新建 %s", "Created %s", made.code()));
    }
}
