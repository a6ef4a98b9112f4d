package org.gridloom.organization.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.UnitClose;
import org.gridloom.platform.console.OptionsAnywhere;

/** Closes a unit. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "close", description = "撤销单元 / Closes a unit")
public class CloseCommand extends RestructuringCommand {

    @Argument(index = 0, name = "code", required = true, description = "单元编码 / Code of the unit")
    @Completion(UnitCompleter.class)
    private String code;

    @Option(name = "--with-units-below", description = "连同下级一并撤销 / All units below with it")
    private boolean withUnitsBelow;

    @Override
    protected void run() {
        UnitClose close = new UnitClose(day(), withUnitsBelow, reason(), document());
        print(restructuring().close(code, close, version(code), dryRun()));
    }
}
