package org.gridloom.platform.modules.internal.plan;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.karaf.features.Feature;
import org.gridloom.platform.modules.internal.contents.BundleContent;
import org.gridloom.platform.modules.internal.karaf.FeatureSet;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Requirement;

/** Bundles that are only files of a folder, and containers that have some of them installed. */
final class SampleBundles {

    private final Path folder;
    private final FrameworkWiring wiring = mock(FrameworkWiring.class);

    SampleBundles(Path folder) {
        this.folder = folder;
    }

    /** A bundle in the making. */
    record Sample(Path folder, Map<String, String> headers) implements BundleContent {

        Sample header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        Sample file(String path, String content) {
            try {
                Path file = folder.resolve(path);
                Files.createDirectories(file.getParent());
                Files.writeString(file, content);
                return this;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Sample changes(String changes) {
            return file("migrations/0001.xml", """
                    <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog">
                      <changeSet id="1" author="a">%s</changeSet></databaseChangeLog>""".formatted(changes))
                    .header("Meta-Persistence", "META-INF/persistence.xml");
        }

        Sample operation(String path, String permission) {
            return file("OSGI-INF/openapi.json", """
                    {"paths": {"/%s": {"get": {"x-permission": "%s"}}}}""".formatted(path, permission));
        }

        @Override
        public List<String> files(String name) {
            Path inside = folder.resolve(name);
            if (!Files.isDirectory(inside)) {
                return List.of();
            }
            try (Stream<Path> files = Files.list(inside)) {
                return files.filter(Files::isRegularFile)
                        .map(file -> name + "/" + file.getFileName())
                        .sorted()
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public URL file(String path) {
            try {
                Path file = folder.resolve(path);
                return Files.isRegularFile(file) ? file.toUri().toURL() : null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    Sample bundle(String name) {
        return new Sample(folder.resolve(name), new TreeMap<>())
                .header("Bundle-ManifestVersion", "2")
                .header(Constants.BUNDLE_SYMBOLICNAME, name)
                .header(Constants.BUNDLE_VERSION, "1.0.0");
    }

    /** The same, as the framework shows it. */
    Bundle installed(Sample content) {
        Bundle bundle = mock(Bundle.class, content.name());
        BundleRevision revision = mock(BundleRevision.class);
        BundleWiring itsWiring = mock(BundleWiring.class);
        when(bundle.getSymbolicName()).thenReturn(content.name());
        when(bundle.getVersion())
                .thenReturn(Version.parseVersion(content.headers().get(Constants.BUNDLE_VERSION)));
        when(bundle.getBundleId()).thenReturn(7L);
        when(bundle.getHeaders("")).thenReturn(new Hashtable<>(content.headers()));
        when(bundle.getEntry(anyString())).thenAnswer(call -> content.file(call.<String>getArgument(0)));
        when(bundle.getEntryPaths(anyString()))
                .thenAnswer(call -> Collections.enumeration(content.files(call.getArgument(0))));
        when(bundle.adapt(BundleRevision.class)).thenReturn(revision);
        when(bundle.adapt(BundleWiring.class)).thenReturn(itsWiring);
        when(revision.getCapabilities(anyString()))
                .thenAnswer(call -> Requirements.offered(content).stream()
                        .filter(capability -> capability.getNamespace().equals(call.getArgument(0)))
                        .toList());
        List<BundleRequirement> imports = Requirements.of(content).stream()
                .filter(requirement -> requirement.getNamespace().equals(PackageNamespace.PACKAGE_NAMESPACE))
                .map(SampleBundles::asDeclared)
                .toList();
        when(revision.getDeclaredRequirements(PackageNamespace.PACKAGE_NAMESPACE))
                .thenReturn(imports);
        return bundle;
    }

    private static BundleRequirement asDeclared(Requirement requirement) {
        BundleRequirement declared = mock(BundleRequirement.class);
        lenient().when(declared.getDirectives()).thenReturn(requirement.getDirectives());
        return declared;
    }

    /** Whoever is refreshed if some bundles change. */
    SampleBundles refreshing(Bundle... dependent) {
        when(wiring.getDependencyClosure(any())).thenAnswer(call -> {
            Collection<Bundle> changed = call.getArgument(0);
            return changed.isEmpty()
                    ? List.of()
                    : Stream.concat(changed.stream(), Stream.of(dependent)).toList();
        });
        return this;
    }

    /** What an installation or update would bring, to a container that has some bundles. */
    Prospect bringing(Sample arriving, Bundle... present) {
        Map<String, Bundle> replaced = new TreeMap<>();
        Stream.of(present)
                .filter(bundle -> bundle.getSymbolicName().equals(arriving.name()))
                .forEach(bundle -> replaced.put(arriving.name(), bundle));
        Target target = new Target(
                replaced.isEmpty() ? Action.INSTALL : Action.UPDATE,
                "module",
                Optional.empty(),
                Optional.of("1.0.0"),
                Optional.empty());
        return prospect(target, List.of(arriving), replaced, new FeatureSet(Set.of(), List.of()), present);
    }

    /** Several that come with one module. */
    Prospect bringing(List<BundleContent> arriving) {
        Target target = new Target(Action.INSTALL, "module", Optional.empty(), Optional.of("1.0.0"), Optional.empty());
        return prospect(target, arriving, Map.of(), new FeatureSet(Set.of(), List.of()));
    }

    /** What the removal of a feature would leave. */
    Prospect removing(String feature, Set<String> roots, Feature... known) {
        Target target = new Target(Action.UNINSTALL, feature, Optional.of("1.0.0"), Optional.empty(), Optional.empty());
        return prospect(target, List.of(), Map.of(), new FeatureSet(roots, List.of(known)));
    }

    Prospect prospect(
            Target target,
            List<BundleContent> arriving,
            Map<String, Bundle> replaced,
            FeatureSet after,
            Bundle... present) {
        BundleContext context = mock(BundleContext.class);
        Bundle system = mock(Bundle.class);
        when(context.getBundles()).thenReturn(present);
        when(context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION)).thenReturn(system);
        when(system.adapt(FrameworkWiring.class)).thenReturn(wiring);
        return new Prospect(target, arriving, replaced, List.of(), after, after, context);
    }
}
