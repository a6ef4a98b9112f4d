package org.gridloom.organization.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.UnitMove;
import org.gridloom.platform.console.OptionsAnywhere;

/** Moves a unit and all below it under another parent. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "organization",
        name = "move",
        description = "迁移单元至另一上级 / Moves a unit and all below it under another parent")
public class MoveCommand extends RestructuringCommand {

    @Argument(index = 0, name = "code", required = true, description = "单元编码 / Code of the unit")
    @Completion(UnitCompleter.class)
    private String code;

    @Argument(index = 1, name = "parent", required = true, description = "新上级编码 / Code of the new parent")
    @Completion(UnitCompleter.class)
    private String parent;

    @Option(name = "--code", description = "新编码,缺省为下一个可用编码 / New code; the next free one if absent")
    private String newCode;

    @Override
    protected void run() {
        UnitMove move = new UnitMove(parent, newCode, day(), reason(), document());
        print(restructuring().move(code, move, version(code), dryRun()));
    }
}
