package org.gridloom.platform.modules.internal.change;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.felix.utils.version.VersionCleaner;
import org.apache.karaf.features.Feature;
import org.gridloom.platform.modules.internal.disk.ModuleStore;
import org.gridloom.platform.modules.internal.disk.Notes;
import org.gridloom.platform.modules.internal.disk.StoredModule;
import org.gridloom.platform.modules.internal.disk.WantedModules;
import org.gridloom.platform.modules.internal.karaf.Container;
import org.gridloom.platform.modules.internal.plan.Action;
import org.gridloom.platform.modules.internal.plan.Target;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which modules there are, in which versions, and what can be done with each. */
@Component(service = Catalogue.class)
public final class Catalogue {

    private static final String PACK = "org.gridloom.pack";
    /** Chinese in brackets at the end. */
    private static final Pattern IN_BOTH = Pattern.compile("(.*\\S)\\s*[((]([^()()]*\\p{IsHan}[^()()]*)[))]");

    private final Container container;
    private final ModuleStore store;
    private final Notes notes;
    private final WantedModules wanted;

    @Activate
    public Catalogue(
            @Reference Container container,
            @Reference ModuleStore store,
            @Reference Notes notes,
            @Reference WantedModules wanted) {
        this.wanted = wanted;
        this.container = container;
        this.store = store;
        this.notes = notes;
    }

    /**
     * A version of a module that can be had.
     *
     * @param stored where it came as a file; empty for the distribution's
     */
    public record Offer(String version, Optional<StoredModule> stored) {}

    /** Offers by feature, the newest first. */
    public Map<String, List<Offer>> all() {
        Map<String, Map<String, Offer>> offers = new TreeMap<>();
        container
                .distribution()
                .forEach(feature -> add(offers, feature.getName(), feature.getVersion(), Optional.empty()));
        store.all().forEach(stored -> add(offers, stored.feature(), stored.version(), Optional.of(stored)));
        Map<String, List<Offer>> sorted = new LinkedHashMap<>();
        offers.forEach((feature, versions) -> sorted.put(
                feature,
                versions.values().stream()
                        .sorted(Comparator.comparing((Offer offer) -> version(offer.version()))
                                .reversed())
                        .toList()));
        return sorted;
    }

    /** What its author calls a feature: by {@code English (中文)} in both languages, else as it stands. */
    public Text title(String feature, Offer offer) {
        List<Feature> features = offer.stored()
                .map(stored -> container.features(stored.repository()))
                .orElseGet(container::distribution);
        return features.stream()
                .filter(known -> known.getName().equals(feature))
                .map(Feature::getDescription)
                .filter(title -> title != null && !title.isBlank())
                .findFirst()
                .map(Catalogue::inBoth)
                .orElseGet(() -> new Text(feature, feature));
    }

    static Text inBoth(String description) {
        Matcher both = IN_BOTH.matcher(description.strip());
        return both.matches() ? new Text(both.group(2), both.group(1)) : new Text(description, description);
    }

    /** Whether it brings a district's records: its author says so by a capability. */
    public boolean isPack(String feature) {
        return container.features().stream()
                .filter(known -> known.getName().equals(feature))
                .flatMap(known -> known.getCapabilities().stream())
                .anyMatch(capability -> capability.getValue().startsWith(PACK));
    }

    /** How many features it brings along. */
    public int needs(String feature) {
        return container.along(feature).size();
    }

    public Optional<String> installed(String feature) {
        return container.installed(feature);
    }

    /** The feature, if it is wanted and does not run. */
    public Optional<String> notRunning(String name) {
        return Stream.of(name, "gridloom-" + name)
                .filter(wanted.all()::containsKey)
                .filter(feature -> container.installed(feature).isEmpty())
                .findFirst();
    }

    /** The version to which a rollback leads. */
    public Optional<String> previous(String feature) {
        return notes.previous(feature)
                .filter(version -> container.installed(feature).isPresent());
    }

    /**
     * Makes out what is wanted.
     *
     * @param name of the feature; {@code gridloom-} may be left away
     * @param version null for the newest, in a rollback for the one before
     * @throws Problem {@link Problem.Kind#NOT_FOUND} or {@link Problem.Kind#CONFLICT}
     */
    public Target target(Action action, String name, String version) {
        Map<String, List<Offer>> all = all();
        String feature = all.containsKey(name) ? name : "gridloom-" + name;
        List<Offer> offers = all.get(feature);
        if (offers == null) {
            throw Problem.notFound(Text.of(
                    "没有模块 %1$s;可选:%2$s",
                    "There is no module %1$s; there are: %2$s", name, String.join(", ", all.keySet())));
        }
        Optional<String> installed = container.installed(feature);
        requireState(action, feature, installed);
        return switch (action) {
            case UNINSTALL -> new Target(action, feature, installed, Optional.empty(), Optional.empty());
            case ROLLBACK -> of(action, feature, installed, offer(feature, offers, before(feature)));
            default ->
                of(action, feature, installed, version == null ? offers.get(0) : offer(feature, offers, version));
        };
    }

    /**
     * What a line of the file {@code modules} means.
     *
     * @param version of one in the store; empty for whichever the distribution has
     * @throws Problem {@link Problem.Kind#NOT_FOUND}
     */
    public Target meant(String feature, Optional<String> version) {
        Optional<Target> target = version.isPresent()
                ? store.find(feature, version.get())
                        .map(stored -> starting(feature, version.get(), Optional.of(stored)))
                : Stream.concat(container.distribution().stream(), container.features().stream())
                        .filter(known -> known.getName().equals(feature))
                        .map(known -> starting(feature, known.getVersion(), Optional.empty()))
                        .findFirst();
        return target.orElseThrow(() -> Problem.notFound(
                version.isPresent()
                        ? Text.of("store/ 中没有 %1$s %2$s", "There is no %1$s %2$s in store/", feature, version.get())
                        : Text.of("发行版中没有 %s", "The distribution has no %s", feature)));
    }

    private static Target starting(String feature, String version, Optional<StoredModule> stored) {
        return new Target(Action.INSTALL, feature, Optional.empty(), Optional.of(version), stored);
    }

    /** The same for a file that is not in the store yet. */
    public Target target(StoredModule draft) {
        Optional<String> installed = container.installed(draft.feature());
        Action action = installed.isPresent() ? Action.UPDATE : Action.INSTALL;
        requireChange(draft, installed);
        return of(action, draft.feature(), installed, new Offer(draft.version(), Optional.of(draft)));
    }

    /** A released version has one content. */
    private void requireChange(StoredModule draft, Optional<String> installed) {
        boolean isSnapshot = draft.version().endsWith("SNAPSHOT");
        store.find(draft.feature(), draft.version()).ifPresent(kept -> {
            if (!isSnapshot && !kept.digest().equals(draft.digest())) {
                throw Problem.conflict(Text.of(
                        "%1$s %2$s 已有内容不同的文件:请提高版本号",
                        "There is another file of %1$s %2$s already: raise the version",
                        draft.feature(),
                        draft.version()));
            }
        });
        boolean isSame = store.find(draft.feature(), draft.version())
                .filter(kept -> kept.digest().equals(draft.digest()))
                .isPresent();
        if (installed.filter(draft.version()::equals).isPresent() && (isSame || !isSnapshot)) {
            throw alreadyAt(draft.feature(), draft.version());
        }
        boolean isOfDistribution = container.distribution().stream()
                .anyMatch(feature -> feature.getName().equals(draft.feature())
                        && version(feature.getVersion()).compareTo(version(draft.version())) >= 0);
        if (isOfDistribution) {
            throw Problem.conflict(Text.of(
                    "发行版已含不低于 %2$s 的 %1$s",
                    "The distribution has %1$s in version %2$s or newer", draft.feature(), draft.version()));
        }
    }

    private String before(String feature) {
        return notes.previous(feature)
                .orElseThrow(() -> Problem.conflict(
                        Text.of("%s 没有可回退的前一版本", "There is no version before of %s to go back to", feature)));
    }

    private static Target of(Action action, String feature, Optional<String> installed, Offer offer) {
        if (installed.filter(offer.version()::equals).isPresent()
                && !offer.version().endsWith("SNAPSHOT")) {
            throw alreadyAt(feature, offer.version());
        }
        return new Target(action, feature, installed, Optional.of(offer.version()), offer.stored());
    }

    private static Problem alreadyAt(String feature, String version) {
        return Problem.conflict(Text.of("%1$s 已是 %2$s", "%1$s is at %2$s already", feature, version));
    }

    private static void requireState(Action action, String feature, Optional<String> installed) {
        if (action == Action.INSTALL && installed.isPresent()) {
            throw Problem.conflict(Text.of(
                    "%1$s 已安装(%2$s):可用更新",
                    "%1$s is installed already (%2$s): update it instead", feature, installed.get()));
        }
        if (action != Action.INSTALL && installed.isEmpty()) {
            throw Problem.conflict(Text.of("%s 未安装", "%s is not installed", feature));
        }
    }

    private static Offer offer(String feature, List<Offer> offers, String version) {
        return offers.stream()
                .filter(offer -> offer.version().equals(version))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(Text.of(
                        "%1$s 没有版本 %2$s;可选:%3$s",
                        "There is no version %2$s of %1$s; there are: %3$s",
                        feature,
                        version,
                        Stream.of(offers)
                                .flatMap(List::stream)
                                .map(Offer::version)
                                .toList())));
    }

    private static void add(
            Map<String, Map<String, Offer>> offers, String feature, String version, Optional<StoredModule> stored) {
        offers.computeIfAbsent(feature, each -> new TreeMap<>()).put(version, new Offer(version, stored));
    }

    private static Version version(String written) {
        return new Version(VersionCleaner.clean(written));
    }
}
