package org.gridloom.organization.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.PartyLevel;
import org.gridloom.organization.Vocabulary;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.Options;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;

/** Removes a party level that nothing refers to. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "organization",
        name = "party-level-remove",
        description = "删除无人引用的党组织层级 / Remove a party level that nothing refers to")
public final class PartyLevelRemoveCommand extends GridloomCommand {

    @Argument(index = 0, name = "code", description = "编码 / Code", required = true)
    @Completion(PartyLevelCompleter.class)
    private String code;

    @Reference
    private Vocabulary vocabulary;

    @Override
    protected void run() {
        PartyLevel before =
                Options.found(vocabulary.partyLevels(), each -> each.code().equals(code));
        vocabulary.removePartyLevel(code, before.version());
        say(Text.of("已删除 %s", "Removed %s", code));
    }
}
