package org.gridloom.platform.settings.internal;

import java.util.List;
import java.util.Map;
import org.gridloom.platform.settings.internal.domain.SettingsModule;

/** Where values go that have been found good. */
interface Target {

    /** Makes these the module's values; whether they were not already. */
    boolean put(SettingsModule module, Map<String, List<String>> values);
}
