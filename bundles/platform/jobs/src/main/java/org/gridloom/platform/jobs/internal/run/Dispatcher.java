package org.gridloom.platform.jobs.internal.run;

import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridloom.platform.job.JobHandler;
import org.gridloom.platform.jobs.internal.store.JobRows;
import org.gridloom.platform.persistence.CommitListener;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.tx.Transactions;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The handlers of this node and the threads that do their jobs: once a second what is due, and at once what was scheduled
 * here for now. Handlers take turns, a job each, so that none with many jobs holds up the others; two threads leave most
 * of the database's connections to people. Never interrupted: an interrupt amid a write would close H2's file.
 */
@Component(
        service = {CommitListener.class, Dispatcher.class},
        immediate = true)
public final class Dispatcher implements CommitListener {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final String PLATFORM = "platform";
    private static final int THREADS = 2;
    private static final long POLL_MILLIS = 1000;
    private static final long STOP_SECONDS = 15;

    /** A worker, how often it was woken since its last turn began, and whether that went well. */
    private record Awake(Worker worker, AtomicInteger wakes, AtomicInteger troubles) {
        Awake(Worker worker) {
            this(worker, new AtomicInteger(), new AtomicInteger());
        }
    }

    private final Transactions platform;
    private final Access access;
    private final DefaultJobs jobs;
    private final ParkingListener parking;
    private final Clock clock;
    private final Map<String, Transactions> units = new ConcurrentHashMap<>();
    private final Map<String, Awake> workers = new ConcurrentHashMap<>();
    private final AtomicInteger troubles = new AtomicInteger();
    private final ScheduledExecutorService threads =
            Executors.newScheduledThreadPool(THREADS, work -> new Thread(work, "gridloom-jobs"));
    /** Its own thread, as slow jobs must not keep the others from being found. */
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "gridloom-jobs-watch"));

    @Activate
    public Dispatcher(
            @Reference(target = "(osgi.unit.name=platform)") Transactions platform,
            @Reference Access access,
            @Reference DefaultJobs jobs,
            @Reference ParkingListener parking,
            @Reference Clock clock) {
        this.platform = platform;
        this.access = access;
        this.jobs = jobs;
        this.parking = parking;
        this.clock = clock;
        watch.scheduleWithFixedDelay(this::poll, POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addUnit(Transactions transactions, Map<String, ?> properties) {
        units.put(String.valueOf(properties.get("osgi.unit.name")), transactions);
    }

    void removeUnit(Transactions transactions, Map<String, ?> properties) {
        units.remove(String.valueOf(properties.get("osgi.unit.name")), transactions);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addHandler(ServiceReference<JobHandler> reference, JobHandler handler) {
        add(handler, unitOf(reference.getBundle()));
    }

    void removeHandler(JobHandler handler) {
        workers.values().stream()
                .map(Awake::worker)
                .filter(worker -> worker.handler() == handler)
                .forEach(this::remove);
    }

    void add(JobHandler handler, String unit) {
        Worker worker = new Worker(handler, () -> units.get(unit), platform, access, parking, clock);
        Awake awake = new Awake(worker);
        if (workers.putIfAbsent(worker.name(), awake) == null) {
            wake(awake);
        } else {
            LOG.error("There is a handler of jobs {} already; the one of {} gets none", worker.name(), unit);
        }
    }

    /** Whether this node does jobs of the name. */
    public boolean knows(String name) {
        return workers.containsKey(name);
    }

    @Override
    public void committed() {
        if (jobs.takeUrgent()) {
            try {
                watch.execute(this::poll);
            } catch (RejectedExecutionException e) {
                LOG.debug("Jobs stop");
            }
        }
    }

    @Deactivate
    void close() {
        watch.shutdown();
        threads.shutdown();
        workers.values().forEach(awake -> awake.worker().close());
        try {
            if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)
                    || !watch.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Jobs were still being done");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Wakes whoever has something to do. */
    void poll() {
        try {
            Set<String> due = new HashSet<>(platform.read(tx -> new JobRows(tx.connection()).due(clock.instant())));
            workers.values().stream()
                    .filter(awake -> !awake.worker().isRegistered()
                            || due.contains(awake.worker().name()))
                    .forEach(this::wake);
            if (troubles.getAndSet(0) > 0) {
                LOG.info("Jobs go on");
            }
        } catch (Problem e) {
            if (troubles.getAndIncrement() == 0) {
                LOG.warn("Jobs wait: {}", e.getMessage());
            }
        } catch (RuntimeException e) {
            if (troubles.getAndIncrement() == 0) {
                LOG.error("Jobs could not be looked for; trying on", e);
            }
        }
    }

    private void remove(Worker worker) {
        workers.remove(worker.name());
        worker.close();
    }

    private void wake(Awake awake) {
        if (awake.wakes().getAndIncrement() == 0) {
            turn(awake);
        }
    }

    private void turn(Awake awake) {
        try {
            threads.execute(() -> {
                int wakes = awake.wakes().get();
                if (work(awake) || !awake.wakes().compareAndSet(wakes, 0)) {
                    turn(awake);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("{} is not woken, as jobs stop", awake.worker().name());
        }
    }

    private static boolean work(Awake awake) {
        String name = awake.worker().name();
        try {
            boolean more = awake.worker().turn();
            if (awake.troubles().getAndSet(0) > 0) {
                LOG.info("Jobs of {} are done again", name);
            }
            return more;
        } catch (Problem e) {
            if (awake.troubles().getAndIncrement() == 0) {
                LOG.warn("Jobs of {} wait: {}", name, e.getMessage());
            }
        } catch (RuntimeException | Error e) {
            if (awake.troubles().getAndIncrement() == 0) {
                LOG.error("Jobs of {} could not be done; trying on", name, e);
            }
        }
        return false;
    }

    private static String unitOf(Bundle bundle) {
        return bundle.getHeaders("").get("Meta-Persistence") == null ? PLATFORM : bundle.getSymbolicName();
    }
}
