package org.gridloom.platform.modules.internal.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridloom.platform.modules.internal.change.Changes;
import org.gridloom.platform.modules.internal.change.Outcome;
import org.gridloom.platform.modules.internal.disk.ModuleStore;
import org.gridloom.platform.modules.internal.disk.Notes;
import org.gridloom.platform.modules.internal.plan.Action;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.rest.running.StartedModules;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder {@code karaf/deploy} of the data folder: a KAR or a bundle that is put there is installed, one that is
 * overwritten updated, one that is taken away uninstalled. A file is looked at when it has not changed for a second, and
 * judged before anything is touched; one that is refused is tried again when it changes.
 */
@Component(service = DeployFolder.class, immediate = true)
public final class DeployFolder {

    private static final Logger LOG = LoggerFactory.getLogger(DeployFolder.class);
    private static final long SECONDS = 1;

    private final Path folder = Path.of(System.getProperty("karaf.base", "."), "deploy");
    private final Changes changes;
    private final Notes notes;
    private final Map<String, FileTime> seen = new HashMap<>();
    private final Map<String, Refused> refused = new ConcurrentSkipListMap<>();
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "gridloom-deploy"));

    /** @param started before, what the last start had is not there yet */
    @Activate
    public DeployFolder(@Reference StartedModules started, @Reference Changes changes, @Reference Notes notes) {
        this.changes = changes;
        this.notes = notes;
        watch.scheduleWithFixedDelay(this::look, 0, SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void close() throws InterruptedException {
        watch.shutdown();
        if (!watch.awaitTermination(2, TimeUnit.SECONDS)) {
            watch.shutdownNow();
        }
    }

    /** A file's content that was not taken, and why. */
    private record Refused(String digest, Text reason) {}

    /** By file why it was refused. */
    public Map<String, Text> refused() {
        Map<String, Text> reasons = new TreeMap<>();
        refused.forEach((file, content) -> reasons.put(file, content.reason()));
        return reasons;
    }

    private void look() {
        try {
            Map<String, Path> files = files();
            refused.keySet().retainAll(files.keySet());
            for (String gone : notes.deployed().keySet()) {
                if (!files.containsKey(gone)) {
                    takeAway(gone);
                }
            }
            for (Map.Entry<String, Path> file : files.entrySet()) {
                if (isQuiet(file.getKey(), file.getValue())) {
                    bring(file.getKey(), file.getValue());
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("The folder {} cannot be served", folder, e);
        }
    }

    private Map<String, Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Map.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file ->
                            file.toString().endsWith(".jar") || file.toString().endsWith(".kar"))
                    .filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString(), file -> file, (one, other) -> one, TreeMap::new));
        }
    }

    private boolean isQuiet(String name, Path file) throws IOException {
        FileTime now = Files.getLastModifiedTime(file);
        return now.equals(seen.put(name, now));
    }

    private void bring(String name, Path file) throws IOException {
        String digest = ModuleStore.digest(file);
        String noted = notes.deployed().getOrDefault(name, "");
        Refused former = refused.get(name);
        if (noted.startsWith(digest) || former != null && former.digest().equals(digest)) {
            return;
        }
        try {
            Outcome outcome = changes.change(file, false);
            notes.deployed(name, digest + " " + outcome.plan().feature());
            refused.remove(name);
            LOG.info(
                    "{} from deploy/: {} is at {}",
                    name,
                    outcome.plan().feature(),
                    outcome.plan().to());
        } catch (Problem problem) {
            refuse(name, digest, problem);
        }
    }

    private void refuse(String name, String digest, Problem problem) {
        if (problem.kind() == Problem.Kind.READ_ONLY || changes.isUnderWay()) {
            return;
        }
        Text text = text(problem);
        refused.put(name, new Refused(digest, text));
        LOG.warn("{} in deploy/ is refused, what ran goes on: {}", name, text.en());
    }

    private static Text text(Problem problem) {
        List<Text> reasons = problem.violations().isEmpty()
                ? List.of(problem.text())
                : problem.violations().stream().map(Violation::message).toList();
        return new Text(
                reasons.stream().map(Text::zh).collect(Collectors.joining(";")),
                reasons.stream().map(Text::en).collect(Collectors.joining("; ")));
    }

    private void takeAway(String name) throws IOException {
        String feature = notes.deployed().get(name).split(" ", 2)[1];
        try {
            changes.change(Action.UNINSTALL, feature, null, false);
            notes.deployed(name, null);
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.CONFLICT && problem.violations().isEmpty() && !changes.isUnderWay()) {
                // It was uninstalled already.
                notes.deployed(name, null);
            } else {
                LOG.warn(
                        "{} was taken out of deploy/ and stays: {}",
                        feature,
                        text(problem).en());
            }
        }
    }
}
