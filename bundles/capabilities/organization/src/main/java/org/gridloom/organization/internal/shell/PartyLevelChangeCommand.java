package org.gridloom.organization.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.PartyLevel;
import org.gridloom.platform.console.Options;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;

/** Changes a party level; what no option names stays. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "party-level-change", description = "修改党组织层级 / Change a party level")
public final class PartyLevelChangeCommand extends PartyLevelCommand {

    @Argument(index = 0, name = "code", description = "编码 / Code", required = true)
    @Completion(PartyLevelCompleter.class)
    private String code;

    @Override
    protected void run() {
        PartyLevel before =
                Options.found(vocabulary().partyLevels(), each -> each.code().equals(code));
        PartyLevel changed = vocabulary().changePartyLevel(code, draft(before), before.version());
        say(Text.of("已变更 %s", "Changed %s", changed.code()));
    }
}
