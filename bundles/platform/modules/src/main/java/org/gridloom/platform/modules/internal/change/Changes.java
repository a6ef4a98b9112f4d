package org.gridloom.platform.modules.internal.change;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gridloom.platform.modules.internal.disk.ModuleStore;
import org.gridloom.platform.modules.internal.disk.Notes;
import org.gridloom.platform.modules.internal.disk.StoredModule;
import org.gridloom.platform.modules.internal.disk.WantedModules;
import org.gridloom.platform.modules.internal.karaf.Container;
import org.gridloom.platform.modules.internal.plan.Action;
import org.gridloom.platform.modules.internal.plan.Objection;
import org.gridloom.platform.modules.internal.plan.Plan;
import org.gridloom.platform.modules.internal.plan.Plan.PlannedBundle;
import org.gridloom.platform.modules.internal.plan.Planner;
import org.gridloom.platform.modules.internal.plan.Target;
import org.gridloom.platform.persistence.Indispensable;
import org.gridloom.platform.persistence.ReadOnlyMode;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.rest.running.RunningModules;
import org.gridloom.platform.rest.running.RunningModules.Missing;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes modules, one change at a time. What is wanted is on disk before the container is touched: a node that is killed
 * on the way starts with either the old or the new module (see {@link Settlement}).
 */
@Component(service = Changes.class)
public final class Changes {

    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);
    /** How long it may look the same and not be ready. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final long LOOK_MILLIS = 200;

    private final Planner planner;
    private final Catalogue catalogue;
    private final Container container;
    private final ModuleStore store;
    private final WantedModules wanted;
    private final Notes notes;
    private final RunningModules running;
    private final ReadOnlyMode mode;
    private final Transactions transactions;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final ReentrantLock lock = new ReentrantLock();

    @Activate
    public Changes(
            @Reference Planner planner,
            @Reference Catalogue catalogue,
            @Reference Container container,
            @Reference ModuleStore store,
            @Reference WantedModules wanted,
            @Reference Notes notes,
            @Reference RunningModules running,
            @Reference ReadOnlyMode mode,
            @Reference(target = "(osgi.unit.name=platform)") Transactions transactions) {
        this.planner = planner;
        this.catalogue = catalogue;
        this.container = container;
        this.store = store;
        this.wanted = wanted;
        this.notes = notes;
        this.running = running;
        this.mode = mode;
        this.transactions = transactions;
    }

    /** Nobody waits any more for a module to be ready. */
    @Deactivate
    void stop() {
        stopped.countDown();
    }

    /** Whether one is under way. */
    public boolean isUnderWay() {
        return lock.isLocked();
    }

    /** What changing a known module would do. */
    public Plan plan(Action action, String feature, String version) throws IOException {
        return planner.plan(catalogue.target(action, feature, version));
    }

    /** What a file would do. */
    public Plan plan(Path file) throws IOException {
        try (ModuleStore.Draft draft = store.draft(file)) {
            return planner.plan(catalogue.target(draft.module()));
        }
    }

    /**
     * Changes a known module.
     *
     * @param version null for the newest, in a rollback for the one before
     * @param force whether bundles of others may be restarted
     * @throws Problem {@link Problem.Kind#CONFLICT} with each objection as a violation
     */
    public Outcome change(Action action, String feature, String version, boolean force) throws IOException {
        return alone(() -> {
            Optional<String> unwanted = action == Action.UNINSTALL ? catalogue.notRunning(feature) : Optional.empty();
            if (unwanted.isPresent()) {
                return forget(unwanted.get());
            }
            Target target = catalogue.target(action, feature, version);
            return apply(possible(target, force), target);
        });
    }

    /** Installs what a file holds, or updates to it. */
    public Outcome change(Path file, boolean force) throws IOException {
        return alone(() -> {
            try (ModuleStore.Draft draft = store.draft(file)) {
                Target target = catalogue.target(draft.module());
                Plan plan = possible(target, force);
                return apply(plan, target.with(store.keep(draft)));
            }
        });
    }

    /** Puts a file into the store; it is not installed. */
    public StoredModule offer(Path file) throws IOException {
        return alone(() -> {
            try (ModuleStore.Draft draft = store.draft(file)) {
                catalogue.target(draft.module());
                return store.keep(draft);
            }
        });
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    private <T> T alone(Work<T> work) throws IOException {
        if (mode.state().isPresent()) {
            throw new Problem(
                    Problem.Kind.READ_ONLY,
                    Text.of("系统只读期间不能变更模块", "Modules cannot be changed while the district is read-only"));
        }
        if (!lock.tryLock()) {
            throw Problem.conflict(Text.of("另一项模块变更正在进行", "Another change of modules is under way"));
        }
        try {
            return work.run();
        } finally {
            lock.unlock();
        }
    }

    /** A module that was left out, or that could not be installed: it is not tried again. */
    private Outcome forget(String feature) {
        Plan plan = Plan.nothing(Action.UNINSTALL, feature);
        wanted.remove(feature);
        audit(plan);
        return new Outcome(plan, 0, List.of(), List.of());
    }

    private Plan possible(Target target, boolean force) throws IOException {
        if (running.leftOut().contains(target.feature())) {
            throw Problem.conflict(
                    Text.of("%s 在本次安全模式启动中未加载", "%s is left out of this start, in safe mode", target.feature()));
        }
        Plan plan = planner.plan(target);
        if (!plan.isPossible(force)) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    Text.of(
                            "不能%1$s %2$s",
                            "It is not possible to %3$s %2$s",
                            plan.action().title().zh(),
                            plan.feature(),
                            plan.action().title().en()),
                    plan.objections().stream().map(Changes::violation).toList());
        }
        return plan;
    }

    private Outcome apply(Plan plan, Target target) {
        long begin = System.nanoTime();
        Set<String> before = running.missing().stream().map(Missing::name).collect(Collectors.toSet());
        Restarts restarts = new Restarts(plan, container.context());
        try {
            bring(target);
            List<Text> problems = awaitReady(() -> problems(plan, before));
            remember(target);
            Outcome outcome = new Outcome(plan, (System.nanoTime() - begin) / 1_000_000, restarts.names(), problems);
            audit(plan);
            notes.end();
            LOG.info(
                    "{} of {} {} done in {} ms, restarted of others: {}",
                    plan.action(),
                    plan.feature(),
                    target.to().orElse(""),
                    outcome.millis(),
                    outcome.restarted());
            return outcome;
        } finally {
            restarts.close();
        }
    }

    private void bring(Target target) {
        List<String> former = wanted.content();
        notes.begin(note(target));
        want(target);
        try {
            carryOut(target);
        } catch (Exception e) {
            LOG.warn("{} of {} failed", target.action(), target.feature(), e);
            wanted.write(former);
            notes.end();
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    Text.of(
                            "%1$s%2$s失败,已恢复原状:%3$s",
                            "The attempt to %4$s %2$s failed, and all is as it was: %3$s",
                            target.action().title().zh(),
                            target.feature(),
                            reason(e),
                            target.action().title().en()));
        }
    }

    private static Violation violation(Objection objection) {
        return Violation.of(objection.code(), objection.text());
    }

    private static Map<String, String> note(Target target) {
        Map<String, String> note = new LinkedHashMap<>();
        note.put("action", target.action().name());
        note.put("feature", target.feature());
        target.from().ifPresent(version -> note.put("from", version));
        target.to().ifPresent(version -> note.put("to", version));
        return note;
    }

    private void want(Target target) {
        if (target.to().isPresent()) {
            wanted.put(target.feature(), target.stored().map(StoredModule::version));
        } else {
            wanted.remove(target.feature());
        }
    }

    private void carryOut(Target target) throws Exception {
        if (target.to().isPresent()) {
            container.bring(List.of(target.wish()));
        } else {
            container.remove(target.feature());
        }
    }

    /** The version before stays in the store; those before it go. */
    private void remember(Target target) {
        switch (target.action()) {
            case UPDATE -> notes.previous(target.feature(), target.from().orElse(null));
            case ROLLBACK, UNINSTALL -> notes.previous(target.feature(), null);
            default -> LOG.debug("Nothing ran before {}", target.feature());
        }
        if (target.action() == Action.UPDATE) {
            store.all().stream()
                    .filter(stored -> stored.feature().equals(target.feature()))
                    .filter(stored -> !stored.version().equals(target.to().orElse(null))
                            && !stored.version().equals(target.from().orElse(null)))
                    .forEach(store::remove);
        }
    }

    private List<Text> awaitReady(Supplier<List<Missing>> problems) {
        List<Missing> missing = problems.get();
        long since = System.nanoTime();
        while (!missing.isEmpty() && System.nanoTime() - since < PATIENCE.toNanos()) {
            if (isStoppedWithin(LOOK_MILLIS)) {
                break;
            }
            List<Missing> now = problems.get();
            since = now.equals(missing) ? since : System.nanoTime();
            missing = now;
        }
        return missing.stream()
                .map(each -> new Text(
                        each.name() + ":" + each.reason().zh(),
                        each.name() + ": " + each.reason().en()))
                .toList();
    }

    private boolean isStoppedWithin(long millis) {
        try {
            return stopped.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** What is missing and was not before; where nothing is, what keeps the module's own bundles from working. */
    private List<Missing> problems(Plan plan, Set<String> before) {
        List<Missing> missing = running.missing().stream()
                .filter(each -> !before.contains(each.name()))
                .toList();
        return missing.isEmpty() ? problems(plan) : missing;
    }

    private List<Missing> problems(Plan plan) {
        Set<String> own = plan.bundles().stream().map(PlannedBundle::name).collect(Collectors.toSet());
        return running.list().bundles().stream()
                .filter(bundle -> own.contains(bundle.name()))
                .flatMap(bundle -> bundle.problems().stream().map(problem -> new Missing(bundle.name(), problem)))
                .toList();
    }

    private void audit(Plan plan) {
        Indispensable.run(() -> transactions.run(tx -> tx.audit(AuditEntry.changed(
                "platform.module." + past(plan.action()),
                "module/" + plan.feature(),
                null,
                plan.from() == null ? Map.of() : Map.of("version", plan.from()),
                plan.to() == null ? Map.of() : Map.of("version", plan.to()),
                null))));
    }

    static String past(Action action) {
        return switch (action) {
            case INSTALL -> "installed";
            case UPDATE -> "updated";
            case ROLLBACK -> "rolled-back";
            case UNINSTALL -> "uninstalled";
        };
    }

    private static String reason(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
