package org.gridloom.organization.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.PartyLevel;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;

/** Creates a party level. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "party-level-create", description = "新建党组织层级 / Create a party level")
public final class PartyLevelCreateCommand extends PartyLevelCommand {

    @Argument(index = 0, name = "code", description = "编码 / Code", required = true)
    private String code;

    @Override
    protected void run() {
        PartyLevel made = vocabulary().createPartyLevel(draft(new PartyLevel(code, 0, Text.of("", ""), null, 0)));
        say(Text.of("已新建 %s", "Created %s", made.code()));
    }
}
