package org.gridloom.platform.events.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.Size;
import org.gridloom.platform.event.Event;
import org.gridloom.platform.events.internal.Databases;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.tx.EventDraft;
import org.gridloom.platform.tx.Tx;

/** However publishing, failing, retrying and two nodes that deliver fall together. */
class RandomPublishingTest {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final int ROUNDS = 500;

    /**
     * What one transaction publishes.
     *
     * @param aggregates of its events, in their order
     * @param undone whether it fails before its commit
     */
    record Burst(List<String> aggregates, boolean undone) {}

    @Provide
    Arbitrary<List<Burst>> bursts() {
        Arbitrary<List<String>> aggregates =
                Arbitraries.of("a", "b", "c").list().ofMinSize(1).ofMaxSize(3);
        return Combinators.combine(aggregates, Arbitraries.of(false, false, false, true))
                .as(Burst::new)
                .list()
                .ofMaxSize(6);
    }

    /** How often an event fails before it goes through, some until they are parked and tried again by hand. */
    @Provide
    Arbitrary<List<Integer>> failures() {
        return Arbitraries.of(0, 0, 0, 0, 1, 2, 7).list().ofSize(20);
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void eachEventTakesEffectOnceAndThoseOfAnAggregateInTheirOrder(
            @ForAll Databases kind,
            @ForAll @Size(min = 1, max = 3) List<@From("bursts") List<Burst>> publishers,
            @ForAll("failures") List<Integer> failures)
            throws Exception {
        try (Stage stage = new Stage(kind)) {
            Map<String, Integer> left = new ConcurrentHashMap<>();
            List<Subscription> nodes = List.of(
                    stage.subscription(new Flaky(left, failures)), stage.subscription(new Flaky(left, failures)));
            List<String> published = together(stage, publishers, nodes);
            List<String> log = stage.log();
            assertThat(log).containsExactlyInAnyOrderElementsOf(published);

            for (int round = 0; round < ROUNDS && stage.effects().size() < log.size(); round++) {
                stage.db.clock().advance(LONGEST_WAIT);
                new ParkedRetry(stage.db.platform(), stage.idle(), stage.db.access(), stage.db.clock())
                        .run(null, Progress.NONE);
                Stage.deliver(nodes.get(round % nodes.size()));
            }

            List<String> effects = stage.effects();
            assertThat(effects).containsExactlyInAnyOrderElementsOf(log);
            for (String aggregate : List.of("a", "b", "c")) {
                assertThat(of(aggregate, effects)).isEqualTo(of(aggregate, log));
                for (int i = 0; i < publishers.size(); i++) {
                    String own = aggregate + "-" + i + "-";
                    assertThat(of(own, log)).isEqualTo(of(own, published));
                }
            }
        }
    }

    /** All publish and both nodes deliver at the same time; gives what was committed, by publisher in its order. */
    private static List<String> together(Stage stage, List<List<Burst>> publishers, List<Subscription> nodes)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(publishers.size() + nodes.size());
        try {
            List<Future<List<String>>> publishing = new ArrayList<>();
            for (int i = 0; i < publishers.size(); i++) {
                String publisher = Integer.toString(i);
                List<Burst> bursts = publishers.get(i);
                publishing.add(threads.submit(() -> publish(stage, publisher, bursts)));
            }
            AtomicBoolean over = new AtomicBoolean();
            List<Future<?>> delivering = new ArrayList<>();
            for (Subscription node : nodes) {
                delivering.add(threads.submit(() -> {
                    while (!over.get()) {
                        stage.seal();
                        Stage.deliver(node);
                    }
                }));
            }
            List<String> published = new ArrayList<>();
            for (Future<List<String>> each : publishing) {
                published.addAll(each.get(1, TimeUnit.MINUTES));
            }
            over.set(true);
            for (Future<?> each : delivering) {
                each.get(1, TimeUnit.MINUTES);
            }
            stage.seal();
            return published;
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<String> publish(Stage stage, String publisher, List<Burst> bursts) {
        List<String> committed = new ArrayList<>();
        for (int i = 0; i < bursts.size(); i++) {
            Burst burst = bursts.get(i);
            List<String> texts = new ArrayList<>();
            for (int n = 0; n < burst.aggregates().size(); n++) {
                texts.add(burst.aggregates().get(n) + "-" + publisher + "-" + i + "." + n);
            }
            try {
                stage.db.platform().run(tx -> publish(tx, texts, burst.undone()));
                committed.addAll(texts);
            } catch (Undone undone) {
                assertThat(burst.undone()).isTrue();
            }
        }
        return committed;
    }

    private static void publish(Tx tx, List<String> texts, boolean undone) {
        for (String text : texts) {
            tx.publish(new EventDraft("test.made", 1, "item/" + text.charAt(0), null, Map.of("text", text)));
        }
        tx.connection(); // sends the rows
        if (undone) {
            throw new Undone();
        }
    }

    private static List<String> of(String beginning, List<String> texts) {
        return texts.stream().filter(text -> text.startsWith(beginning)).toList();
    }

    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Fails at each event so often, after it has written. */
    private static final class Flaky extends Recorder {

        private final Map<String, Integer> left;
        private final List<Integer> failures;

        Flaky(Map<String, Integer> left, List<Integer> failures) {
            super("test.made");
            this.left = left;
            this.failures = failures;
        }

        @Override
        public void on(Tx tx, Event event) {
            super.on(tx, event);
            String text = String.valueOf(event.payload().get("text"));
            int before = left.computeIfAbsent(text, it -> failures.get(Math.floorMod(it.hashCode(), failures.size())));
            if (before > 0) {
                left.put(text, before - 1);
                throw new IllegalStateException("not yet");
            }
        }
    }
}
