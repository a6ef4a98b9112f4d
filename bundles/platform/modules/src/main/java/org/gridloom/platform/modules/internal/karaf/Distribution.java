package org.gridloom.platform.modules.internal.karaf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.karaf.features.Feature;

/**
 * The distribution's modules, each in a repository of its own. It is read from what was installed, as the running container
 * does not know those in whose place another version came as a file.
 */
final class Distribution {

    private static final String CONFIGURATION = "etc/org.apache.karaf.features.cfg";
    private static final String REPOSITORIES = "featuresRepositories";
    private static final String PLATFORM = "gridloom-platform";

    private final Map<Feature, URI> modules = new LinkedHashMap<>();

    /**
     * @param home where it is installed
     * @param read gives the features of a repository
     */
    Distribution(Path home, Function<URI, List<Feature>> read) {
        for (URI repository : repositories(home.resolve(CONFIGURATION))) {
            read.apply(repository).stream()
                    .filter(Distribution::isModule)
                    .forEach(feature -> modules.put(feature, repository));
        }
    }

    /** Features that a district may choose. */
    List<Feature> modules() {
        return List.copyOf(modules.keySet());
    }

    /** Where it has a feature, in whatever version. */
    Optional<URI> repository(String feature) {
        return modules.entrySet().stream()
                .filter(module -> module.getKey().getName().equals(feature))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** What only gathers parts of Karaf needs no platform. */
    private static boolean isModule(Feature feature) {
        return !feature.getName().equals(PLATFORM)
                && feature.getDependencies().stream()
                        .anyMatch(need -> need.getName().startsWith("gridloom-")
                                && !need.getName().equals("gridloom-container")
                                && !need.getName().equals("gridloom-thirdparty"));
    }

    private static List<URI> repositories(Path file) {
        Properties configuration = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            configuration.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Stream.of(configuration.getProperty(REPOSITORIES, "").split(","))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .map(URI::create)
                .collect(Collectors.toList());
    }
}
