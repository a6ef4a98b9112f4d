package org.gridloom.organization.internal.shell;

import java.util.Set;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.Unit;
import org.gridloom.organization.UnitFilter;
import org.gridloom.organization.Units;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.rest.Page;

/** Lists units. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "list", description = "单元列表 / Lists units")
public class ListCommand extends UnitCommand {

    @Option(name = "--under", description = "该单元及其下 / The unit and all below it")
    @Completion(UnitCompleter.class)
    private String under;

    @Option(name = "--parent", description = "直接下级 / Directly below the unit")
    @Completion(UnitCompleter.class)
    private String parent;

    @Option(name = "--level", description = "层级 / Level")
    private String level;

    @Option(name = "--kind", description = "类别 / Kind")
    private String kind;

    @Option(name = "--as-of", description = "按该日建制,缺省为今天 / As organised on the date; today if absent")
    private String asOf;

    @Override
    protected void run() {
        UnitFilter filter = new UnitFilter(under, parent, level, kind, null, date("--as-of", asOf));
        Page<Unit> found = units().list(filter, pageQuery(Set.copyOf(Units.SORTABLE)));
        print(unitTable(found.items()), found);
    }
}
