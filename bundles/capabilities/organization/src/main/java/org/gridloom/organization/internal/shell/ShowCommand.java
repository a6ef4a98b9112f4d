package org.gridloom.organization.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.OptionsAnywhere;

/** Shows a unit. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "show", description = "查看单元 / Shows a unit")
public class ShowCommand extends UnitCommand {

    @Argument(index = 0, name = "code", required = true, description = "单元编码 / Code of the unit")
    @Completion(UnitCompleter.class)
    private String code;

    @Option(name = "--as-of", description = "按该日建制,缺省为今天 / As organised on the date; today if absent")
    private String asOf;

    @Override
    protected void run() {
        show(units().get(code, date("--as-of", asOf)));
    }
}
