package org.gridloom.platform.modules.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.ValueCompleter;
import org.gridloom.platform.modules.internal.ModuleOverview;
import org.gridloom.platform.modules.internal.Modules;

/** Names of modules. */
@Service
public final class ModuleCompleter extends ValueCompleter {

    @Reference
    private Modules modules;

    @Override
    protected List<String> values(String prefix) {
        return modules.overview().modules().stream()
                .map(ModuleOverview.ModuleItem::feature)
                .toList();
    }
}
