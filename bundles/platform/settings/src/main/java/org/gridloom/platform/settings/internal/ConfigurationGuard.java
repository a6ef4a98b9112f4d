package org.gridloom.platform.settings.internal;

import java.util.Collections;
import java.util.Dictionary;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ConfigurationPlugin;

/**
 * Stands between the container's configuration and the components that read it: whatever was written there past this
 * bundle (a file in {@code etc}, a {@code config:} command), components see what was found good.
 */
final class ConfigurationGuard implements ConfigurationPlugin {

    private final Function<String, Optional<Map<String, Object>>> inForce;

    /** @param inForce values by PID; empty for what is no module's */
    ConfigurationGuard(Function<String, Optional<Map<String, Object>>> inForce) {
        this.inForce = inForce;
    }

    @Override
    public void modifyConfiguration(ServiceReference<?> reference, Dictionary<String, Object> properties) {
        if (properties.get(Constants.SERVICE_PID) instanceof String pid) {
            inForce.apply(pid).ifPresent(values -> replace(properties, values));
        }
    }

    private static void replace(Dictionary<String, Object> properties, Map<String, Object> values) {
        for (String key : Collections.list(properties.keys())) {
            if (!Configurations.OF_THE_CONTAINER.contains(key)) {
                properties.remove(key);
            }
        }
        values.forEach(properties::put);
    }
}
