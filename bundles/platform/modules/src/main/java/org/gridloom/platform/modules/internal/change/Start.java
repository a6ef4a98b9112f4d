package org.gridloom.platform.modules.internal.change;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.apache.karaf.features.BootFinished;
import org.gridloom.platform.modules.internal.disk.WantedModules;
import org.gridloom.platform.modules.internal.karaf.Container;
import org.gridloom.platform.modules.internal.plan.Objection;
import org.gridloom.platform.modules.internal.plan.Planner;
import org.gridloom.platform.modules.internal.plan.Target;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.running.RunningModules;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the modules that are wanted once Karaf has booted the platform: all in one step, and where Karaf refuses that, one after the
 * other, so that one which does not fit (any more) keeps no other away. {@link Started} is there afterwards.
 */
@Component(service = Start.class, immediate = true)
public final class Start {

    private static final Logger LOG = LoggerFactory.getLogger(Start.class);

    private final ComponentContext context;
    private final Container container;
    private final Catalogue catalogue;
    private final Planner planner;
    private final WantedModules wanted;
    private final RunningModules running;
    private final Map<String, Text> failed = new ConcurrentSkipListMap<>();
    private volatile boolean isStopping;

    /** @param boot what Karaf keeps of the last start is there when it is finished, and the platform */
    @Activate
    public Start(
            ComponentContext context,
            @Reference BootFinished boot,
            @Reference Container container,
            @Reference Catalogue catalogue,
            @Reference Planner planner,
            @Reference WantedModules wanted,
            @Reference RunningModules running) {
        this.context = context;
        this.container = container;
        this.catalogue = catalogue;
        this.planner = planner;
        this.wanted = wanted;
        this.running = running;
        new Thread(this::begin, "gridloom-start").start();
    }

    /** Karaf is not interrupted: it may be what stops this bundle, to start it anew. */
    @Deactivate
    void stop() {
        isStopping = true;
    }

    /** What is wanted and could not be started, and why. */
    public Map<String, Text> failed() {
        failed.keySet()
                .removeIf(feature -> !wanted.all().containsKey(feature)
                        || container.installed(feature).isPresent());
        return Map.copyOf(failed);
    }

    private void begin() {
        try {
            bring(targets());
        } catch (RuntimeException e) {
            if (!isStopping) {
                LOG.error("The modules of this node could not be brought", e);
            }
        }
        if (!isStopping) {
            context.enableComponent(Started.class.getName());
        }
    }

    private List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        wanted.all().forEach((feature, version) -> {
            if (!running.leftOut().contains(feature)) {
                target(feature, version).ifPresent(targets::add);
            }
        });
        return targets;
    }

    private Optional<Target> target(String feature, Optional<String> version) {
        try {
            return Optional.of(catalogue.meant(feature, version));
        } catch (Problem e) {
            fail(feature, e.text());
            return Optional.empty();
        }
    }

    private void bring(List<Target> targets) {
        List<Target> missing = targets.stream()
                .filter(target -> !container.isThere(target.wish()))
                .toList();
        if (missing.isEmpty() || isBrought(missing).isEmpty()) {
            return;
        }
        for (Target target : missing) {
            isBrought(List.of(target)).ifPresent(refusal -> fail(target.feature(), reason(target, refusal)));
        }
    }

    /** Why not; empty if it is. */
    private Optional<String> isBrought(List<Target> targets) {
        try {
            container.bring(targets.stream().map(Target::wish).toList());
            return Optional.empty();
        } catch (Exception e) {
            LOG.debug("Not brought: {}", targets, e);
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** What the planner has against it says more than Karaf. */
    private Text reason(Target target, String refusal) {
        try {
            List<Text> objections = planner.plan(target).objections().stream()
                    .filter(objection -> !objection.forceable())
                    .map(Objection::text)
                    .toList();
            if (!objections.isEmpty()) {
                return new Text(
                        objections.stream().map(Text::zh).collect(Collectors.joining("；")),
                        objections.stream().map(Text::en).collect(Collectors.joining("; ")));
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("{} cannot be judged", target.feature(), e);
        }
        return new Text(refusal, refusal);
    }

    private void fail(String feature, Text reason) {
        failed.put(feature, reason);
        LOG.warn("{} could not be started: {}", feature, reason.en());
    }
}
