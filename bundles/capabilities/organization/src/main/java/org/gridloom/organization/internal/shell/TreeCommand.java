package org.gridloom.organization.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.Unit;
import org.gridloom.organization.UnitNode;
import org.gridloom.platform.console.OptionsAnywhere;

/** Shows a unit and some levels below it. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "tree", description = "单元及其下若干层 / Shows a unit and some levels below it")
public class TreeCommand extends UnitCommand {

    @Argument(index = 0, name = "code", required = true, description = "单元编码 / Code of the unit")
    @Completion(UnitCompleter.class)
    private String code;

    @Option(name = "--depth", description = "向下几层 / Levels below the unit")
    private int depth = 1;

    @Option(name = "--as-of", description = "按该日建制,缺省为今天 / As organised on the date; today if absent")
    private String asOf;

    @Override
    protected void run() {
        print(units().tree(code, depth, date("--as-of", asOf)), 0);
    }

    private void print(UnitNode node, int indent) {
        Unit unit = node.unit();
        boolean cut = node.below().isEmpty() && node.children() > 0;
        out().println("  ".repeat(indent) + unit.code() + "  " + unit.name()
                + (cut ? "  (+" + node.children() + ")" : ""));
        node.below().forEach(child -> print(child, indent + 1));
    }
}
