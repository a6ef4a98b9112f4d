package org.gridloom.platform.modules.internal.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.karaf.features.Feature;
import org.gridloom.platform.files.TemporaryFiles;
import org.gridloom.platform.modules.internal.contents.BundleContent;
import org.gridloom.platform.modules.internal.contents.Declarations;
import org.gridloom.platform.modules.internal.contents.JarContent;
import org.gridloom.platform.modules.internal.disk.BundleFiles;
import org.gridloom.platform.modules.internal.disk.ModuleStore;
import org.gridloom.platform.modules.internal.disk.StoredModule;
import org.gridloom.platform.modules.internal.karaf.Container;
import org.gridloom.platform.modules.internal.karaf.FeatureSet;
import org.gridloom.platform.modules.internal.plan.Plan.BundleChange;
import org.gridloom.platform.modules.internal.plan.Plan.PlannedBundle;
import org.gridloom.platform.modules.internal.plan.Plan.PlannedMigration;
import org.gridloom.platform.persistence.ModuleTables;
import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds out what a change would do, without doing any of it. */
@Component(service = Planner.class)
public final class Planner {

    private final Container container;
    private final ModuleTables tables;
    private final ModuleStore store;
    private final TemporaryFiles temporary;
    private final List<Check> checks;

    @Activate
    public Planner(
            @Reference Container container,
            @Reference ModuleTables tables,
            @Reference ModuleStore store,
            @Reference TemporaryFiles temporary) {
        this.container = container;
        this.tables = tables;
        this.store = store;
        this.temporary = temporary;
        this.checks = List.of(
                new Versions(),
                new Dependants(),
                new TwoVersions(),
                new InternalImports(),
                new MissingRequirements(),
                new Clashes(),
                new TablesCheck(tables),
                new LeftTables(tables),
                new ForeignRefresh());
    }

    /** @throws IOException if a bundle cannot be read */
    public Plan plan(Target target) throws IOException {
        try (BundleFiles files = files()) {
            Prospect prospect = prospect(target, files);
            List<Objection> objections = new ArrayList<>();
            for (Check check : checks) {
                objections.addAll(check.objections(prospect));
            }
            return new Plan(
                    target.action(),
                    target.feature(),
                    target.from().orElse(null),
                    target.to().orElse(null),
                    along(prospect),
                    bundles(prospect),
                    List.copyOf(ForeignRefresh.names(prospect)),
                    migrations(prospect, objections),
                    keeps(prospect),
                    objections);
        }
    }

    private BundleFiles files() {
        Path system = Path.of(container.context().getProperty("karaf.home"), "system");
        return new BundleFiles(
                Stream.concat(Stream.of(system), store.all().stream().map(StoredModule::folder))
                        .toList(),
                temporary);
    }

    /** What is asked for after the change, as {@code name/range}. */
    private static Set<String> roots(Target target, Collection<String> before) {
        Set<String> after = new LinkedHashSet<>(before);
        after.removeIf(root -> Container.nameOf(root).equals(target.feature()));
        target.to().ifPresent(version -> after.add(Container.exactly(target.feature(), version)));
        return after;
    }

    private Prospect prospect(Target target, BundleFiles files) throws IOException {
        List<Feature> known = container.features();
        FeatureSet before = new FeatureSet(container.roots(), known);
        FeatureSet after = new FeatureSet(roots(target, container.roots()), available(target, known));
        Set<String> former = before.bundles();
        Set<String> later = after.bundles();

        Map<String, BundleContent> arriving = new LinkedHashMap<>();
        for (String location : later) {
            Optional<Path> brought = target.stored().flatMap(stored -> stored.file(location));
            if (brought.isPresent() || !former.contains(location)) {
                BundleContent content = JarContent.read(brought.isPresent() ? brought.get() : files.of(location));
                arriving.put(content.name(), content);
            }
        }
        Map<String, Bundle> replaced = new TreeMap<>();
        List<Bundle> leaving = new ArrayList<>();
        for (Bundle bundle : outdated(target, former, later, files)) {
            if (arriving.containsKey(bundle.getSymbolicName())) {
                replaced.put(bundle.getSymbolicName(), bundle);
            } else {
                leaving.add(bundle);
            }
        }
        return new Prospect(
                target, List.copyOf(arriving.values()), replaced, leaving, before, after, container.context());
    }

    /** What Karaf will know: of the feature only the version that it goes to, the distribution's if it goes. */
    private List<Feature> available(Target target, List<Feature> known) {
        List<Feature> brought = target.stored()
                .map(stored -> container.features(stored.repository()))
                .orElseGet(() -> container.distribution().stream()
                        .filter(feature -> feature.getName().equals(target.feature()))
                        .toList());
        Set<String> replaced = brought.stream().map(Feature::getId).collect(Collectors.toSet());
        return Stream.concat(
                        known.stream()
                                .filter(feature -> !feature.getName().equals(target.feature())
                                        && !replaced.contains(feature.getId())),
                        brought.stream())
                .toList();
    }

    /** The bundles that a change takes away or replaces; found by name and version, as an updated one keeps its address. */
    private List<Bundle> outdated(Target target, Set<String> former, Set<String> later, BundleFiles files)
            throws IOException {
        Set<List<String>> outdated = new HashSet<>();
        for (String location : former) {
            Optional<Path> again = target.stored().flatMap(stored -> stored.file(location));
            if (!later.contains(location)) {
                outdated.add(identity(JarContent.read(files.of(location))));
            } else if (again.isPresent()) {
                outdated.add(identity(JarContent.read(again.get())));
            }
        }
        return Arrays.stream(container.context().getBundles())
                .filter(bundle -> bundle.getSymbolicName() != null)
                .filter(bundle -> outdated.contains(
                        List.of(bundle.getSymbolicName(), bundle.getVersion().toString())))
                .toList();
    }

    private static List<String> identity(BundleContent content) {
        return List.of(content.name(), content.version().toString());
    }

    private static List<String> along(Prospect prospect) {
        Set<Feature> before = prospect.before().all();
        Set<Feature> after = prospect.after().all();
        return Stream.concat(
                        after.stream().filter(feature -> !before.contains(feature)),
                        before.stream().filter(feature -> !after.contains(feature)))
                .filter(feature -> !feature.getName().equals(prospect.target().feature()))
                .map(feature -> feature.getName() + " " + feature.getVersion())
                .distinct()
                .sorted()
                .toList();
    }

    private static List<PlannedBundle> bundles(Prospect prospect) {
        List<PlannedBundle> bundles = new ArrayList<>();
        for (BundleContent bundle : prospect.arriving()) {
            Bundle former = prospect.replaced().get(bundle.name());
            bundles.add(new PlannedBundle(
                    bundle.name(),
                    former == null ? BundleChange.INSTALL : BundleChange.UPDATE,
                    former == null ? null : former.getVersion().toString(),
                    bundle.version().toString()));
        }
        for (Bundle bundle : prospect.leaving()) {
            bundles.add(new PlannedBundle(
                    bundle.getSymbolicName(),
                    BundleChange.UNINSTALL,
                    bundle.getVersion().toString(),
                    null));
        }
        return bundles;
    }

    private List<PlannedMigration> migrations(Prospect prospect, List<Objection> objections) {
        if (objections.stream().anyMatch(objection -> objection.code().equals("faulty-migration"))) {
            return List.of();
        }
        return prospect.arriving().stream()
                .filter(bundle -> bundle.headers().containsKey(TablesCheck.PERSISTENCE))
                .flatMap(bundle -> tables.plan(bundle.name(), Declarations.migrations(bundle)).pending().stream()
                        .map(pending -> new PlannedMigration(
                                bundle.name(), pending.changeSet(), pending.changes(), pending.addsOnly())))
                .toList();
    }

    /** As change logs call them: H2 says them in capitals. */
    private List<String> keeps(Prospect prospect) {
        return prospect.leaving().stream()
                .filter(bundle -> bundle.getHeaders("").get(TablesCheck.PERSISTENCE) != null)
                .flatMap(bundle -> tables.of(bundle.getSymbolicName()).stream())
                .map(table -> table.toLowerCase(Locale.ROOT))
                .toList();
    }
}
