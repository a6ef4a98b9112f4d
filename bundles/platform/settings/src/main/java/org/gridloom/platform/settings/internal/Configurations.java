package org.gridloom.platform.settings.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.gridloom.platform.settings.internal.domain.SettingsModule;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** The container's configuration. */
final class Configurations implements Target {

    /** What the container adds of itself. */
    static final Set<String> OF_THE_CONTAINER = Set.of(
            Constants.SERVICE_PID, ConfigurationAdmin.SERVICE_FACTORYPID, ConfigurationAdmin.SERVICE_BUNDLELOCATION);

    private static final String ANY_BUNDLE = "?";

    private final ConfigurationAdmin admin;

    Configurations(ConfigurationAdmin admin) {
        this.admin = admin;
    }

    @Override
    public boolean put(SettingsModule module, Map<String, List<String>> values) {
        try {
            Configuration[] found = admin.listConfigurations("(" + Constants.SERVICE_PID + "=" + module.name() + ")");
            Dictionary<String, Object> wanted = new Hashtable<>(module.typed(values));
            Map<String, List<String>> current = found == null ? Map.of() : texts(found[0].getProperties());
            if (current.equals(texts(wanted))) {
                return false;
            }
            admin.getConfiguration(module.name(), ANY_BUNDLE).update(wanted);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Map<String, List<String>> texts(Dictionary<String, Object> properties) {
        Map<String, List<String>> texts = new HashMap<>();
        if (properties != null) {
            for (String key : Collections.list(properties.keys())) {
                if (!OF_THE_CONTAINER.contains(key)) {
                    texts.put(key, texts(properties.get(key)));
                }
            }
        }
        return texts;
    }

    private static List<String> texts(Object value) {
        if (value instanceof Collection<?> many) {
            return many.stream().map(String::valueOf).toList();
        }
        if (value.getClass().isArray()) {
            return IntStream.range(0, Array.getLength(value))
                    .mapToObj(i -> String.valueOf(Array.get(value, i)))
                    .toList();
        }
        return List.of(value.toString());
    }
}
