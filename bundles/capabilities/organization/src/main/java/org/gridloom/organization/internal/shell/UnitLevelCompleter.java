package org.gridloom.organization.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.UnitLevel;
import org.gridloom.organization.Units;
import org.gridloom.platform.console.ValueCompleter;

/** Codes of levels of the territory. */
@Service
public final class UnitLevelCompleter extends ValueCompleter {

    @Reference
    private Units units;

    @Override
    protected List<String> values(String prefix) {
        return units.levels().stream().map(UnitLevel::code).toList();
    }
}
