package org.gridloom.platform.assembly.internal.modules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.karaf.features.Dependency;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.features.FeaturesService.Option;
import org.gridloom.platform.files.DataFolder;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Karaf's features, and the file {@code modules} that says which of them run. */
@Component
public final class FeatureModules implements DistrictModules {

    private static final String FILE = "modules";
    /** Capability by which a feature says that it is a pack. */
    private static final String PACK = "org.gridloom.pack";

    /** Whatever needs it is a capability or a pack; itself it is always there. */
    private static final String PLATFORM = "gridloom-platform";

    private final DataFolder data;

    /** Optional, as no bundle offers it in its headers. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile FeaturesService features;

    @Activate
    public FeatureModules(@Reference DataFolder data) {
        this.data = data;
    }

    @Override
    public Map<String, String> wanted() {
        Map<String, String> offered = offered();
        Map<String, String> wanted = new LinkedHashMap<>();
        file().names().stream().sorted().forEach(name -> wanted.put(name, offered.getOrDefault(name, "")));
        return wanted;
    }

    @Override
    public Map<String, String> offered() {
        Map<String, String> offered = new TreeMap<>();
        for (Feature feature : all()) {
            offered.put(feature.getName(), feature.getVersion());
        }
        return offered;
    }

    @Override
    public boolean isPack(String name) {
        return all().stream()
                .filter(feature -> feature.getName().equals(name))
                .flatMap(feature -> feature.getCapabilities().stream())
                .anyMatch(capability -> capability.getValue().startsWith(PACK));
    }

    private List<Feature> all() {
        Map<String, Feature> byName = new TreeMap<>();
        try {
            for (Feature feature : service().listFeatures()) {
                byName.put(feature.getName(), feature);
            }
        } catch (Problem unavailable) {
            throw unavailable;
        } catch (Exception e) {
            throw new IllegalStateException("Karaf does not say which features there are", e);
        }
        Set<String> named = Set.copyOf(file().names());
        return byName.values().stream()
                .filter(feature -> named.contains(feature.getName()) || needsPlatform(feature, byName, new HashSet<>()))
                .toList();
    }

    private static boolean needsPlatform(Feature feature, Map<String, Feature> byName, Set<String> seen) {
        return feature != null
                && seen.add(feature.getName())
                && feature.getDependencies().stream()
                        .map(Dependency::getName)
                        .anyMatch(name -> name.equals(PLATFORM) || needsPlatform(byName.get(name), byName, seen));
    }

    @Override
    public void change(Collection<String> install, Set<String> remove) {
        if (install.isEmpty() && remove.isEmpty()) {
            return;
        }
        try {
            // What else runs is neither refreshed nor restarted.
            if (!install.isEmpty()) {
                service().installFeatures(new LinkedHashSet<>(install), EnumSet.of(Option.NoAutoRefreshBundles));
            }
            if (!remove.isEmpty()) {
                service().uninstallFeatures(remove, EnumSet.of(Option.NoAutoRefreshBundles));
            }
        } catch (Exception e) {
            throw new Problem(
                    Problem.Kind.UNAVAILABLE,
                    Text.of("模块未能安装或卸载:%s", "Modules could not be installed or removed: %s", e.getMessage()));
        }
        write(file().changed(install, remove));
    }

    private FeaturesService service() {
        FeaturesService service = features;
        if (service == null) {
            throw new Problem(Problem.Kind.UNAVAILABLE, Text.of("模块管理尚未就绪", "Modules cannot be managed yet"));
        }
        return service;
    }

    private WantedFile file() {
        Path file = data.path().resolve(FILE);
        try {
            return new WantedFile(Files.exists(file) ? Files.readAllLines(file) : List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(WantedFile wanted) {
        data.write(FILE, (String.join("\n", wanted.lines()) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
