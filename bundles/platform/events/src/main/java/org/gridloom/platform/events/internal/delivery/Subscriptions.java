package org.gridloom.platform.events.internal.delivery;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridloom.platform.event.EventSubscriber;
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
 * The subscribers of this node and the threads that deliver to them: soon after events were sealed here, and every few
 * seconds what other nodes sealed and what is due again. Two threads, so that however many subscribers there are, most of
 * the database's connections are left to people. Never interrupted: an interrupt amid a write would close H2's file.
 */
@Component(
        service = {SealListener.class, Subscriptions.class},
        immediate = true)
public final class Subscriptions implements SealListener {

    private static final Logger LOG = LoggerFactory.getLogger(Subscriptions.class);
    private static final String PLATFORM = "platform";
    private static final int THREADS = 2;
    private static final long POLL_SECONDS = 2;
    private static final long STOP_SECONDS = 15;

    /** A subscription, how often it was woken since its last turn began, and whether that went well. */
    private record Awake(Subscription subscription, AtomicInteger wakes, AtomicInteger troubles) {
        Awake(Subscription subscription) {
            this(subscription, new AtomicInteger(), new AtomicInteger());
        }
    }

    private final Transactions platform;
    private final Access access;
    private final Upcasters upcasters;
    private final BackOff backOff;
    private final Clock clock;
    private final Map<String, Transactions> units = new ConcurrentHashMap<>();
    private final Map<String, Awake> subscriptions = new ConcurrentHashMap<>();
    private final ScheduledExecutorService threads =
            Executors.newScheduledThreadPool(THREADS, work -> new Thread(work, "gridloom-events"));

    @Activate
    public Subscriptions(
            @Reference(target = "(osgi.unit.name=platform)") Transactions platform,
            @Reference Access access,
            @Reference Upcasters upcasters,
            @Reference BackOff backOff,
            @Reference Clock clock) {
        this.platform = platform;
        this.access = access;
        this.upcasters = upcasters;
        this.backOff = backOff;
        this.clock = clock;
        threads.scheduleWithFixedDelay(this::sealed, POLL_SECONDS, POLL_SECONDS, TimeUnit.SECONDS);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addUnit(Transactions transactions, Map<String, ?> properties) {
        units.put(String.valueOf(properties.get("osgi.unit.name")), transactions);
    }

    void removeUnit(Transactions transactions, Map<String, ?> properties) {
        units.remove(String.valueOf(properties.get("osgi.unit.name")), transactions);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addSubscriber(ServiceReference<EventSubscriber> reference, EventSubscriber subscriber) {
        add(subscriber, unitOf(reference.getBundle()));
    }

    void removeSubscriber(EventSubscriber subscriber) {
        subscriptions.values().stream()
                .map(Awake::subscription)
                .filter(subscription -> subscription.subscriber() == subscriber)
                .forEach(this::remove);
    }

    void add(EventSubscriber subscriber, String unit) {
        Subscription subscription =
                new Subscription(subscriber, () -> units.get(unit), platform, access, upcasters, backOff, clock);
        Awake awake = new Awake(subscription);
        if (subscriptions.putIfAbsent(subscription.name(), awake) == null) {
            wake(awake);
        } else {
            LOG.error("There is a subscriber {} already; the one of {} gets no events", subscription.name(), unit);
        }
    }

    @Override
    public void sealed() {
        subscriptions.values().forEach(this::wake);
    }

    /** One subscriber of this node. */
    Optional<Subscription> find(String name) {
        return Optional.ofNullable(subscriptions.get(name)).map(Awake::subscription);
    }

    void wake(String name) {
        Optional.ofNullable(subscriptions.get(name)).ifPresent(this::wake);
    }

    @Deactivate
    void close() {
        threads.shutdown();
        subscriptions.values().forEach(awake -> awake.subscription().close());
        try {
            if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Events were still being delivered");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void remove(Subscription subscription) {
        subscriptions.remove(subscription.name());
        subscription.close();
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
                if (deliver(awake) || !awake.wakes().compareAndSet(wakes, 0)) {
                    turn(awake);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("{} is not woken, as delivery stops", awake.subscription().name());
        }
    }

    private static boolean deliver(Awake awake) {
        String name = awake.subscription().name();
        try {
            boolean more = awake.subscription().turn();
            if (awake.troubles().getAndSet(0) > 0) {
                LOG.info("Events are delivered to {} again", name);
            }
            return more;
        } catch (Problem e) {
            if (e.kind() == Problem.Kind.READ_ONLY) {
                LOG.debug("Events wait for {} until the district can be written to", name);
            } else if (awake.troubles().getAndIncrement() == 0) {
                LOG.warn("Events wait for {}: {}", name, e.getMessage());
            }
        } catch (RuntimeException | Error e) {
            if (awake.troubles().getAndIncrement() == 0) {
                LOG.error("Events could not be delivered to {}; trying on", name, e);
            }
        }
        return false;
    }

    private static String unitOf(Bundle bundle) {
        return bundle.getHeaders("").get("Meta-Persistence") == null ? PLATFORM : bundle.getSymbolicName();
    }
}
