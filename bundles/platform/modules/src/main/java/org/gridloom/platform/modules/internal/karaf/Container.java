package org.gridloom.platform.modules.internal.karaf;

import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
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
    private static final EnumSet<FeaturesService.Option> NO_OPTIONS = EnumSet.noneOf(FeaturesService.Option.class);

    private final FeaturesService features;
    private final BundleContext context;
    private final Distribution distribution;

    @Activate
    public Container(@Reference FeaturesService features, BundleContext context) {
        this.features = features;
        this.context = context;
        distribution = new Distribution(Path.of(context.getProperty("karaf.home")), this::features);
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
        return distribution.modules();
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
     * Brings the container to a version of each of these features, in one step. Their other versions are forgotten in the same
     * step, the distribution's too, as whoever needs any version might get them.
     *
     * @throws IllegalStateException if Karaf refuses, with its reason; all is then as it was
     */
    public void bring(Collection<Wish> wishes) throws Exception {
        Set<URI> before = known();
        Set<URI> after = new HashSet<>(before);
        for (Wish wish : wishes) {
            Optional<URI> source = wish.file().or(() -> distribution.repository(wish.feature()));
            if (source.isPresent()) {
                after.removeAll(having(wish.feature()));
                after.add(source.get());
            }
            if (wish.file().filter(before::contains).isPresent()) {
                features.refreshRepository(wish.file().get());
            }
        }
        Map<String, Set<String>> former = features.listRequirements();
        features.updateReposAndRequirements(after, wanted(wishes), NO_OPTIONS);
        String refusal = awaitKaraf(wishes);
        if (!wishes.stream().allMatch(this::isThere)) {
            features.updateReposAndRequirements(before, former, NO_OPTIONS);
            awaitKaraf(List.of());
            throw new IllegalStateException(refusal);
        }
    }

    /** Whether exactly that version runs. */
    public boolean isThere(Wish wish) {
        return installed(wish.feature()).filter(wish.version()::equals).isPresent();
    }

    /** Takes a feature away. What is known of it then is the distribution's, if that has it. */
    public void remove(String feature) throws Exception {
        features.uninstallFeature(feature, NO_OPTIONS);
        Optional<URI> own = distribution.repository(feature);
        for (URI repository : having(feature)) {
            if (!own.equals(Optional.of(repository))) {
                features.removeRepository(repository, false);
            }
        }
        if (own.isPresent()) {
            features.addRepository(own.get());
        }
    }

    /** By what they hold, as there is more than one way to write the address of a file. */
    private Set<URI> having(String feature) throws Exception {
        Set<URI> having = new HashSet<>();
        for (Repository repository : features.listRepositories()) {
            if (Stream.of(repository.getFeatures())
                    .anyMatch(held -> held.getName().equals(feature))) {
                having.add(repository.getURI());
            }
        }
        return having;
    }

    /** What is asked for, with other requirements of these features. */
    private Map<String, Set<String>> wanted(Collection<Wish> wishes) {
        Set<String> names = wishes.stream().map(Wish::feature).collect(Collectors.toSet());
        Map<String, Set<String>> wanted = new HashMap<>(features.listRequirements());
        Stream<String> others = wanted.getOrDefault(FeaturesService.ROOT_REGION, Set.of()).stream()
                .filter(requirement -> !names.contains(nameOf(requirement.replaceFirst("^" + REQUIREMENT, ""))));
        Stream<String> asked = wishes.stream().map(wish -> REQUIREMENT + wish.requirement());
        wanted.put(FeaturesService.ROOT_REGION, Stream.concat(others, asked).collect(Collectors.toSet()));
        return wanted;
    }

    private Set<URI> known() throws Exception {
        return Stream.of(features.listRequiredRepositories())
                .map(Repository::getURI)
                .collect(Collectors.toSet());
    }

    /**
     * Karaf does one thing after the other: what is only tried ends after what was begun, however it ends itself. It ends as
     * that did, but says why.
     */
    private String awaitKaraf(Collection<Wish> wishes) {
        try {
            features.installFeatures(
                    wishes.stream().map(Wish::requirement).collect(Collectors.toSet()),
                    EnumSet.of(FeaturesService.Option.Upgrade, FeaturesService.Option.Simulate));
            return "Karaf's log says why";
        } catch (Exception e) {
            LOG.debug("What was begun has ended", e);
            return Refusal.reason(e);
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
