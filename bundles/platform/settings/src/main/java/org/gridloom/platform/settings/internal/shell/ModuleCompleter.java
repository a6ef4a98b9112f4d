package org.gridloom.platform.settings.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.ValueCompleter;
import org.gridloom.platform.settings.internal.ModuleView;
import org.gridloom.platform.settings.internal.SettingsEditing;

/** Modules that have settings. */
@Service
public class ModuleCompleter extends ValueCompleter {

    @Reference
    private SettingsEditing settings;

    @Override
    protected List<String> values(String prefix) {
        return settings.modules().stream().map(ModuleView::module).toList();
    }
}
