package org.gridloom.organization.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.OrganizationType;
import org.gridloom.organization.Vocabulary;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.Options;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;

/** Removes a type of organisation that nothing refers to. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "organization",
        name = "organization-type-remove",
        description = "删除无人引用的组织类型 / Remove a type of organisation that nothing refers to")
public final class OrganizationTypeRemoveCommand extends GridloomCommand {

    @Argument(index = 0, name = "code", description = "编码 / Code", required = true)
    @Completion(OrganizationTypeCompleter.class)
    private String code;

    @Reference
    private Vocabulary vocabulary;

    @Override
    protected void run() {
        OrganizationType before =
                Options.found(vocabulary.types(), each -> each.code().equals(code));
        vocabulary.removeType(code, before.version());
        say(Text.of("已删除 %s", "Removed %s", code));
    }
}
