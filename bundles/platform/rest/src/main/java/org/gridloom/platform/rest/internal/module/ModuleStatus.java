package org.gridloom.platform.rest.internal.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.gridloom.platform.module.ModuleProblems;
import org.gridloom.platform.persistence.PersistenceUnitState;
import org.gridloom.platform.persistence.PersistenceUnits;
import org.gridloom.platform.rest.running.ModuleList;
import org.gridloom.platform.text.Text;
import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What this container runs, and what keeps it from running. */
@Component(service = ModuleStatus.class)
public final class ModuleStatus {

    private final GridloomBundles bundles;
    private final Components components;
    private final WantedFeatures features;
    private final LeftOut leftOut;
    private final StartErrors errors;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile PersistenceUnits units;

    private final List<ModuleProblems> observers = new CopyOnWriteArrayList<>();

    @Activate
    public ModuleStatus(
            @Reference GridloomBundles bundles,
            @Reference Components components,
            @Reference WantedFeatures features,
            @Reference LeftOut leftOut,
            @Reference StartErrors errors) {
        this.bundles = bundles;
        this.components = components;
        this.features = features;
        this.leftOut = leftOut;
        this.errors = errors;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addObserver(ModuleProblems observer) {
        observers.add(observer);
    }

    void removeObserver(ModuleProblems observer) {
        observers.remove(observer);
    }

    /** Asks nothing of the caller: {@link Modules} does. */
    public ModuleList list() {
        return new ModuleList(
                features.all().stream()
                        .map(feature -> new ModuleList.FeatureView(
                                feature.name(),
                                feature.version(),
                                feature.state().name().toLowerCase(Locale.ROOT),
                                feature.asked()))
                        .toList(),
                Stream.concat(
                                leftOut.names().stream().map(ModuleStatus::leftOut),
                                bundles.all().stream().map(this::view))
                        .toList());
    }

    private static ModuleList.BundleView leftOut(String name) {
        Text reason = Text.of("安全模式下未加载", "Left out in safe mode");
        return new ModuleList.BundleView(name, "", ModuleList.LEFT_OUT, List.of(reason));
    }

    private ModuleList.BundleView view(Bundle bundle) {
        return new ModuleList.BundleView(
                bundle.getSymbolicName(),
                bundle.getVersion().toString(),
                GridloomBundles.state(bundle),
                problems(bundle));
    }

    /** Empty for a bundle that works as it should. */
    public List<Text> problems(Bundle bundle) {
        List<Text> problems = new ArrayList<>();
        if (!GridloomBundles.isUp(bundle)) {
            problems.add(notUp(bundle));
            return problems;
        }
        unit(bundle.getSymbolicName())
                .filter(unit -> unit.phase() != PersistenceUnitState.Phase.OPEN)
                .ifPresent(unit -> problems.add(unit.message() == null ? phase(unit) : unit.message()));
        components.waiting(bundle).forEach(component -> problems.add(problem(component)));
        observers.forEach(observer -> problems.addAll(observer.problems(bundle.getSymbolicName())));
        return problems;
    }

    private Text notUp(Bundle bundle) {
        String state = GridloomBundles.state(bundle);
        return errors.of(bundle)
                .map(reason ->
                        Text.of("未运行(%1$s),启动失败:%2$s", "Not running (%1$s), it failed to start: %2$s", state, reason))
                .orElse(Text.of("未运行,状态为 %s", "Not running, its state is %s", state));
    }

    /** Empty for a bundle without entities, and while persistence is away. */
    public Optional<PersistenceUnitState> unit(String name) {
        PersistenceUnits current = units;
        return current == null
                ? Optional.empty()
                : current.states().stream()
                        .filter(unit -> unit.unit().equals(name))
                        .findFirst();
    }

    private static Text phase(PersistenceUnitState unit) {
        String phase = unit.phase().name().toLowerCase(Locale.ROOT);
        return Text.of("数据库单元:%s", "Persistence unit: %s", phase);
    }

    private static Text problem(Components.Waiting component) {
        String name = component.component();
        if (component.failure() != null) {
            return Text.of("组件 %1$s 启动失败:%2$s", "Component %1$s failed to start: %2$s", name, component.failure());
        }
        return component.waitsFor().isEmpty()
                ? Text.of("组件 %s 未能启动", "Component %s did not start", name)
                : Text.of("组件 %s 等待 %s", "Component %s waits for %s", name, String.join(", ", component.waitsFor()));
    }
}
