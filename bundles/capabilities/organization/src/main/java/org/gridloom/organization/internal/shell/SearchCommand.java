package org.gridloom.organization.internal.shell;

import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
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

/** Finds units by part of their name or the beginning of their code. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "organization",
        name = "search",
        description = "按名称或编码开头查找单元 / Finds units by part of their name or the beginning of their code")
public class SearchCommand extends UnitCommand {

    @Argument(index = 0, name = "text", required = true, description = "两字以上 / Two characters or more")
    private String text;

    @Option(name = "--under", description = "只在该单元及其下 / Only at or below this unit")
    @Completion(UnitCompleter.class)
    private String under;

    @Option(name = "--level", description = "层级 / Level")
    private String level;

    @Option(name = "--as-of", description = "按该日建制,缺省为今天 / As organised on the date; today if absent")
    private String asOf;

    @Override
    protected void run() {
        UnitFilter filter = new UnitFilter(under, null, level, null, text, date("--as-of", asOf));
        Page<Unit> found = units().list(filter, pageQuery(Set.copyOf(Units.SORTABLE)));
        print(unitTable(found.items()), found);
    }
}
