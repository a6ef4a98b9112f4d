package org.gridloom.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridloom.itests.probe.BundleWatch;

/** Which bundles of a server stopped since it was first looked, as the framework itself tells a bundle that listens. */
public final class BundleEvents {

    private static final String STOPPED = "stopped ";

    private final Path file;

    private BundleEvents(Path file) {
        this.file = file;
    }

    /** Looks from now on. */
    public static BundleEvents of(Installation installation) {
        Path file = installation.directory().resolve("bundle-events");
        Map<String, String> headers = Map.of(
                "Bundle-Activator",
                BundleWatch.class.getName(),
                "Import-Package",
                "org.osgi.framework",
                BundleWatch.FILE,
                file.toString());
        Path jar = new BundleJar(
                        "watch", headers, Map.of(Classes.path(BundleWatch.class), Classes.of(BundleWatch.class)))
                .in(installation.directory());
        try (Console console = installation.gridloom().console()) {
            console.run("bundle:install -s file:" + jar).ok();
        }
        return new BundleEvents(file);
    }

    /** How often, by name. */
    public Map<String, Long> stopped() {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(STOPPED))
                    .map(line -> line.substring(STOPPED.length()))
                    .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
