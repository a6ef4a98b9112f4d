package org.gridloom.platform.testkit;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gridloom.platform.job.Job;
import org.gridloom.platform.job.JobHandler;
import org.gridloom.platform.job.Jobs;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.tx.Tx;

/** Jobs in memory, which run when a test says so. What a transaction scheduled stays even if it is rolled back. */
public final class TestJobs implements Jobs {

    private record Key(String name, String key) {}

    private final Map<Key, Job> waiting =
            new TreeMap<>(Comparator.comparing(Key::name).thenComparing(Key::key));

    @Override
    public synchronized void schedule(Tx tx, String name, String key, Instant dueAt, Map<String, ?> payload) {
        waiting.put(new Key(name, key), new Job(name, key, dueAt, Map.copyOf(payload)));
    }

    @Override
    public synchronized boolean cancel(Tx tx, String name, String key) {
        return waiting.remove(new Key(name, key)) != null;
    }

    @Override
    public synchronized Optional<Job> find(Tx tx, String name, String key) {
        return Optional.ofNullable(waiting.get(new Key(name, key)));
    }

    /** When a job is due; empty where there is none. */
    public Optional<Instant> due(String name, String key) {
        return find(null, name, key).map(Job::dueAt);
    }

    /** All jobs that wait, by name and key. */
    public synchronized List<Job> waiting() {
        return List.copyOf(waiting.values());
    }

    /** Runs the handler's jobs that are due at the instant, each in a transaction of its own, once. */
    public void runDue(Transactions transactions, Instant now, JobHandler handler) {
        for (Job job : waiting()) {
            if (job.name().equals(handler.name()) && !job.dueAt().isAfter(now)) {
                cancel(null, job.name(), job.key());
                transactions.run(tx -> handler.run(tx, job));
            }
        }
    }
}
