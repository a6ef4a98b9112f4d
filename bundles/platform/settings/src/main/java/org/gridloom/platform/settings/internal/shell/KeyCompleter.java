package org.gridloom.platform.settings.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.ValueCompleter;
import org.gridloom.platform.settings.internal.SettingView;
import org.gridloom.platform.settings.internal.SettingsEditing;

/** Keys of settings, of whichever module. */
@Service
public class KeyCompleter extends ValueCompleter {

    @Reference
    private SettingsEditing settings;

    @Override
    protected List<String> values(String prefix) {
        return settings.modules().stream()
                .flatMap(module -> module.settings().stream())
                .map(SettingView::key)
                .distinct()
                .sorted()
                .toList();
    }
}
