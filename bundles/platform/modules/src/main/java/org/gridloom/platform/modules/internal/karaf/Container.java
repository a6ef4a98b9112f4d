package org.gridloom.platform.modules.internal.karaf;

import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.utils.version.VersionCleaner;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.features.Repository;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Karaf's features service as this bundle uses it. */
@Component(service = Container.class)
public final class Container {

    private static final Logger LOG = LoggerFactory.getLogger(Container.class);
    private static final String REQUIREMENT = "feature:";
    private static final String PLATFORM = "gridloom-platform";

    private final FeaturesService features;
    private final BundleContext context;

    @Activate
    public Container(@Reference FeaturesService features, BundleContext context) {
        this.features = features;
        this.context = context;
    }

    public BundleContext context() {
        return context;
    }

    /** All features of all repositories. */
    public List<Feature> features() {
        return Stream.of(call(features::listRepositories))
                .flatMap(repository -> Stream.of(call(repository::getFeatures)))
                .toList();
    }

    /** Features of a file that is no repository of the container yet. */
    public List<Feature> features(URI repository) {
        return List.of(call(() -> features.createRepository(repository).getFeatures()));
    }

    /** Features of the distribution that a district may choose. */
    public List<Feature> distribution() {
        return Stream.of(call(features::listRepositories))
                .map(repository -> Arrays.asList(call(repository::getFeatures)))
                .filter(all ->
                        all.stream().anyMatch(feature -> feature.getName().equals(PLATFORM)))
                .flatMap(List::stream)
                .filter(feature -> !feature.getName().equals(PLATFORM) && isModule(feature))
                .toList();
    }

    /** What only gathers parts of Karaf needs no platform. */
    private static boolean isModule(Feature feature) {
        return feature.getDependencies().stream()
                .anyMatch(need -> need.getName().startsWith("gridloom-")
                        && !need.getName().equals("gridloom-container")
                        && !need.getName().equals("gridloom-thirdparty"));
    }

    /** What was asked for, as {@code name/range}. */
    public Set<String> roots() {
        return features.listRequirements().getOrDefault(FeaturesService.ROOT_REGION, Set.of()).stream()
                .filter(requirement -> requirement.startsWith(REQUIREMENT))
                .map(requirement -> requirement.substring(REQUIREMENT.length()))
                .collect(Collectors.toSet());
    }

    /** The requirement of exactly one version. */
    public static String exactly(String feature, String version) {
        String clean = VersionCleaner.clean(version);
        return feature + "/[" + clean + "," + clean + "]";
    }

    public static String nameOf(String root) {
        return root.split("/", 2)[0];
    }

    /** What a feature brings along, itself included. */
    public Set<Feature> along(String feature) {
        return new FeatureSet(Set.of(), features()).of(feature);
    }

    /** The version of a feature that is installed now. */
    public Optional<String> installed(String feature) {
        return Stream.of(call(features::listInstalledFeatures))
                .filter(installed -> installed.getName().equals(feature))
                .map(Feature::getVersion)
                .findFirst();
    }

    /**
     * Brings the container to a version of a feature. Other versions that came as files are forgotten in the same step, as
     * whoever needs any version might get them.
     *
     * @param repository where it is, if it came as a file
     * @param others repositories of its other versions
     * @throws IllegalStateException if Karaf refuses, its log says why; what is wanted is then as it was
     */
    public void bring(String feature, String version, Optional<URI> repository, Set<URI> others) throws Exception {
        Set<URI> before = known();
        Set<URI> after = new HashSet<>(before);
        after.removeAll(others);
        repository.ifPresent(after::add);
        if (repository.filter(before::contains).isPresent()) {
            features.refreshRepository(repository.get());
        }
        Map<String, Set<String>> former = features.listRequirements();
        Map<String, Set<String>> wanted = new HashMap<>(former);
        wanted.computeIfPresent(
                FeaturesService.ROOT_REGION,
                (region, requirements) -> Stream.concat(
                                requirements.stream()
                                        .filter(requirement ->
                                                !nameOf(requirement).equals(REQUIREMENT + feature)),
                                Stream.of(REQUIREMENT + exactly(feature, version)))
                        .collect(Collectors.toSet()));
        features.updateReposAndRequirements(after, wanted, EnumSet.noneOf(FeaturesService.Option.class));
        awaitKaraf(feature, version);
        Optional<String> now = installed(feature);
        if (now.filter(version::equals).isEmpty()) {
            features.updateReposAndRequirements(before, former, EnumSet.noneOf(FeaturesService.Option.class));
            awaitKaraf(feature, now.orElse(version));
            throw new IllegalStateException("Karaf refused it; its log says why");
        }
    }

    public void remove(String feature, Set<URI> repositories) throws Exception {
        features.uninstallFeature(feature, EnumSet.noneOf(FeaturesService.Option.class));
        forget(repositories);
    }

    private Set<URI> known() throws Exception {
        return Stream.of(features.listRequiredRepositories())
                .map(Repository::getURI)
                .collect(Collectors.toSet());
    }

    private void forget(Set<URI> repositories) throws Exception {
        for (URI repository : repositories) {
            features.removeRepository(repository, false);
        }
    }

    /** Karaf does one thing after the other: what is only tried ends after what was begun, however it ends itself. */
    private void awaitKaraf(String feature, String version) {
        try {
            features.installFeatures(
                    Set.of(exactly(feature, version)),
                    EnumSet.of(FeaturesService.Option.Upgrade, FeaturesService.Option.Simulate));
        } catch (Exception e) {
            LOG.debug("What was begun has ended", e);
        }
    }

    private interface Call<T> {
        T run() throws Exception;
    }

    private static <T> T call(Call<T> call) {
        try {
            return Objects.requireNonNull(call.run());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
