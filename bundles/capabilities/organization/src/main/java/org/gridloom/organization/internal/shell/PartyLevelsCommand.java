package org.gridloom.organization.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.OrganizationType;
import org.gridloom.organization.PartyLevel;
import org.gridloom.organization.Vocabulary;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.Options;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.text.Text;

/** Party levels with the types they may have. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "party-levels", description = "党组织层级与类型 / Party levels and their types")
public final class PartyLevelsCommand extends GridloomCommand {

    @Reference
    private Vocabulary vocabulary;

    @Override
    protected void run() {
        ShellTable table =
                table(Text.of("层级", "Position"), Text.of("编码", "Code"), Text.of("名称", "Name"), Text.of("类型", "Types"));
        for (PartyLevel level : vocabulary.partyLevels()) {
            List<String> types = vocabulary.types().stream()
                    .filter(type -> type.levels().contains(level.code()))
                    .map(OrganizationType::code)
                    .toList();
            table.row(level.position(), level.code(), level.name(), Options.shown(types));
        }
        table.print(out());
    }
}
