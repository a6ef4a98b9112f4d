package org.gridloom.organization.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.Unit;
import org.gridloom.organization.UnitFilter;
import org.gridloom.organization.Units;
import org.gridloom.platform.console.ValueCompleter;
import org.gridloom.platform.rest.PageQuery;

/** Codes of units that the user may see. */
@Service
public class UnitCompleter extends ValueCompleter {

    private static final int LIMIT = 100;

    @Reference
    private Units units;

    @Override
    protected List<String> values(String prefix) {
        UnitFilter filter = prefix.length() < 2
                ? new UnitFilter(null, null, null, null, null, null)
                : UnitFilter.matching(prefix, null);
        return units.list(filter, new PageQuery(0, LIMIT, List.of())).items().stream()
                .map(Unit::code)
                .toList();
    }
}
