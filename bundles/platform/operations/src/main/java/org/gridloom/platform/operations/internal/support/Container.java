package org.gridloom.platform.operations.internal.support;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Dictionary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** What runs in the container, and how it is set up. */
@Component(service = Container.class)
public final class Container {

    private static final Map<Integer, String> BUNDLES = Map.of(
            Bundle.INSTALLED, "installed",
            Bundle.RESOLVED, "resolved",
            Bundle.STARTING, "starting",
            Bundle.STOPPING, "stopping",
            Bundle.ACTIVE, "active",
            Bundle.UNINSTALLED, "uninstalled");

    private static final Map<Integer, String> COMPONENTS = Map.of(
            ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION, "wants a configuration",
            ComponentConfigurationDTO.UNSATISFIED_REFERENCE, "waits for a service",
            ComponentConfigurationDTO.SATISFIED, "satisfied",
            ComponentConfigurationDTO.ACTIVE, "active",
            ComponentConfigurationDTO.FAILED_ACTIVATION, "failed");

    private final BundleContext context;
    private final ServiceComponentRuntime components;
    private final ConfigurationAdmin configurations;
    private final SecretSettings secrets;

    @Activate
    public Container(
            BundleContext context,
            @Reference ServiceComponentRuntime components,
            @Reference ConfigurationAdmin configurations,
            @Reference SecretSettings secrets) {
        this.context = context;
        this.components = components;
        this.configurations = configurations;
        this.secrets = secrets;
    }

    Map<String, String> versions() {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("gridloom", context.getBundle().getVersion().toString());
        versions.put("karaf", System.getProperty("karaf.version"));
        versions.put("framework", context.getProperty(Constants.FRAMEWORK_VERSION));
        versions.put("java", System.getProperty("java.vendor") + " " + Runtime.version());
        versions.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        versions.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        return versions;
    }

    List<Map<String, Object>> bundles() {
        return Arrays.stream(context.getBundles()).map(Container::bundle).toList();
    }

    private static Map<String, Object> bundle(Bundle bundle) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", bundle.getBundleId());
        shown.put("name", bundle.getSymbolicName());
        shown.put("version", bundle.getVersion().toString());
        shown.put("state", BUNDLES.getOrDefault(bundle.getState(), "unknown"));
        return shown;
    }

    /** By bundle and component; what those wait for that are not there. */
    Map<String, List<String>> components() {
        return components.getComponentDescriptionDTOs().stream()
                .collect(Collectors.toMap(
                        description -> description.bundle.symbolicName + " " + description.name,
                        this::states,
                        (one, other) -> one,
                        TreeMap::new));
    }

    private List<String> states(ComponentDescriptionDTO description) {
        return components.getComponentConfigurationDTOs(description).stream()
                .map(configuration -> COMPONENTS.getOrDefault(configuration.state, "unknown")
                        + Arrays.stream(configuration.unsatisfiedReferences)
                                .map(reference -> " " + reference.name)
                                .collect(Collectors.joining()))
                .toList();
    }

    /** By name; the values of what may be secret are left out. */
    Map<String, Map<String, String>> configuration() {
        return all().stream()
                .collect(Collectors.toMap(
                        Configuration::getPid,
                        each -> Scrubber.masked(map(each.getProperties()), declaredSecret(each)),
                        (one, other) -> one,
                        TreeMap::new));
    }

    /** Values that modules declare to be secret, wherever else they may stand. */
    List<String> secrets() {
        return all().stream()
                .flatMap(each -> {
                    Map<String, Object> values = map(each.getProperties());
                    return declaredSecret(each).stream().map(values::get);
                })
                .filter(Objects::nonNull)
                .flatMap(value -> value instanceof Object[] many ? Arrays.stream(many) : Stream.of(value))
                .map(String::valueOf)
                .toList();
    }

    private Set<String> declaredSecret(Configuration configuration) {
        return secrets.of(Objects.requireNonNullElse(configuration.getFactoryPid(), configuration.getPid()));
    }

    private List<Configuration> all() {
        try {
            Configuration[] all = configurations.listConfigurations(null);
            return all == null ? List.of() : List.of(all);
        } catch (IOException | InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> map(Dictionary<String, Object> properties) {
        return Collections.list(properties.keys()).stream()
                .collect(Collectors.toMap(Function.identity(), properties::get));
    }
}
