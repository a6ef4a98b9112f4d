package org.gridloom.platform.modules.internal.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private final Path folder;
    private final Changes changes;
    private final Notes notes;
    private final Map<String, FileTime> seen = new HashMap<>();
    /** Files that are as they were when they were judged. */
    private final Map<String, FileTime> judged = new HashMap<>();

    private final Map<String, Refused> refused = new ConcurrentSkipListMap<>();
    private final Set<String> missing = new HashSet<>();
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "gridloom-deploy"));

    /** @param started before, what the last start had is not there yet */
    @Activate
    public DeployFolder(@Reference StartedModules started, @Reference Changes changes, @Reference Notes notes) {
        this(Path.of(System.getProperty("karaf.base", "."), "deploy"), changes, notes);
        watch.scheduleWithFixedDelay(this::look, 0, SECONDS, TimeUnit.SECONDS);
    }

    DeployFolder(Path folder, Changes changes, Notes notes) {
        this.folder = folder;
        this.changes = changes;
        this.notes = notes;
    }

    @Deactivate
    void close() throws InterruptedException {
        watch.shutdown();
        if (!watch.awaitTermination(2, TimeUnit.SECONDS)) {
            watch.shutdownNow();
        }
    }

    /**
     * A file's content that was not taken, and why.
     *
     * @param feature the module that it would be; empty if it is none
     */
    private record Refused(String digest, String feature, Text reason) {}

    /** By file why it was refused. */
    public Map<String, Text> refused() {
        Map<String, Text> reasons = new TreeMap<>();
        refused.forEach((file, content) -> reasons.put(file, content.reason()));
        return reasons;
    }

    void look() {
        try {
            Map<String, Path> files = files();
            refused.keySet().retainAll(files.keySet());
            judged.keySet().retainAll(files.keySet());
            boolean isQuiet = true;
            for (Map.Entry<String, Path> file : files.entrySet()) {
                isQuiet &= serve(file.getKey(), file.getValue());
            }
            Set<String> gone = new HashSet<>(notes.deployed().keySet());
            gone.removeAll(files.keySet());
            if (isQuiet) {
                for (String name : gone) {
                    takeAway(name);
                }
            }
            missing.clear();
            missing.addAll(gone);
        } catch (IOException | RuntimeException e) {
            LOG.warn("The folder {} cannot be served", folder, e);
        }
    }

    /** Whether the file is as it was at the last look, and so was judged. */
    private boolean serve(String name, Path file) throws IOException {
        FileTime now = Files.getLastModifiedTime(file);
        boolean isQuiet = now.equals(seen.put(name, now));
        if (isQuiet && !now.equals(judged.get(name)) && isJudged(name, file)) {
            judged.put(name, now);
        }
        return isQuiet;
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

    /** False if it has to be looked at again. */
    private boolean isJudged(String name, Path file) throws IOException {
        String digest = ModuleStore.digest(file);
        String noted = notes.deployed().getOrDefault(name, "");
        Refused former = refused.get(name);
        if (noted.startsWith(digest) || former != null && former.digest().equals(digest)) {
            return true;
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
            return true;
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.READ_ONLY || changes.isUnderWay()) {
                return false;
            }
            Text text = text(problem);
            refused.put(name, new Refused(digest, feature(file), text));
            LOG.warn("{} in deploy/ is refused, what ran goes on: {}", name, text.en());
            return true;
        }
    }

    private String feature(Path file) throws IOException {
        try {
            return changes.plan(file).feature();
        } catch (Problem isNone) {
            return "";
        }
    }

    private static Text text(Problem problem) {
        List<Text> reasons = problem.violations().isEmpty()
                ? List.of(problem.text())
                : problem.violations().stream().map(Violation::message).toList();
        return new Text(
                reasons.stream().map(Text::zh).collect(Collectors.joining(";")),
                reasons.stream().map(Text::en).collect(Collectors.joining("; ")));
    }

    /**
     * A module goes with its last file, once that has been away for two looks: whoever replaces it, by the same name or by another,
     * may delete the old one first.
     */
    private void takeAway(String name) throws IOException {
        String feature = feature(notes.deployed().get(name));
        boolean isReplaced = notes.deployed().entrySet().stream()
                .anyMatch(other -> !other.getKey().equals(name)
                        && feature(other.getValue()).equals(feature));
        boolean wasToBeReplaced =
                refused.values().stream().anyMatch(other -> other.feature().equals(feature));
        if (isReplaced) {
            notes.deployed(name, null);
        } else if (missing.contains(name) && !wasToBeReplaced) {
            uninstall(name, feature);
        }
    }

    private static String feature(String noted) {
        return noted.split(" ", 2)[1];
    }

    private void uninstall(String name, String feature) throws IOException {
        try {
            changes.change(Action.UNINSTALL, feature, null, false);
            notes.deployed(name, null);
            LOG.info("{} taken out of deploy/: {} is uninstalled", name, feature);
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
