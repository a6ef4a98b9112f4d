package org.gridloom.platform.events.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.gridloom.platform.event.Event;
import org.gridloom.platform.events.internal.Databases;
import org.gridloom.platform.tx.Tx;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
class SubscriptionsTest {

    @ParameterizedTest
    @EnumSource(Databases.class)
    void nodesShareTheWorkAndNoEffectHappensTwice(Databases kind) throws InterruptedException {
        try (Stage stage = new Stage(kind)) {
            String[] texts = IntStream.range(0, 120).mapToObj(i -> "n" + i).toArray(String[]::new);
            List<Subscriptions> nodes = List.of(stage.node(), stage.node());
            Set<Integer> busy = ConcurrentHashMap.newKeySet();
            CountDownLatch bothWereBusy = new CountDownLatch(2);
            CountDownLatch all = new CountDownLatch(4);
            for (int node = 0; node < nodes.size(); node++) {
                int number = node;
                for (String name : List.of("a", "b", "c", "d")) {
                    nodes.get(node)
                            .add(
                                    new Noting(name, texts[texts.length - 1], all) {
                                        @Override
                                        public void on(Tx tx, Event event) {
                                            if (busy.add(number)) {
                                                bothWereBusy.countDown();
                                            }
                                            await(bothWereBusy);
                                            super.on(tx, event);
                                        }
                                    },
                                    "platform");
                }
            }
            stage.publish("test.made", "item/1", texts);
            nodes.forEach(Subscriptions::sealed);

            assertThat(all.await(60, TimeUnit.SECONDS)).isTrue();
            for (Subscriptions node : nodes) {
                node.close();
            }
            assertThat(busy).hasSize(2);
            for (String name : List.of("a", "b", "c", "d")) {
                assertThat(stage.effects(name)).containsExactly(texts);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aSubscriberThatGoesEndsBetweenEventsAndGoesOnWhereItWas(Databases kind) throws InterruptedException {
        try (Stage stage = new Stage(kind)) {
            Subscriptions node = stage.node();
            CountDownLatch atWork = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            Recorder first = new Recorder("test.made") {
                @Override
                public void on(Tx tx, Event event) {
                    atWork.countDown();
                    await(goOn);
                    super.on(tx, event);
                }
            };
            stage.publish("test.made", "item/1", "a", "b", "c");
            node.add(first, "platform");
            await(atWork);
            Thread stopping = new Thread(() -> node.removeSubscriber(first));
            stopping.start();
            // The one who stops is seen to wait for the event under way.
            while (stopping.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            goOn.countDown();
            stopping.join();
            assertThat(stage.effects()).containsExactly("a");

            CountDownLatch done = new CountDownLatch(1);
            node.add(new Noting("test.recorder", "c", done), "platform");
            await(done);
            node.close();

            assertThat(stage.effects()).containsExactly("a", "b", "c");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aSecondSubscriberOfTheSameNameGetsNothing(Databases kind) {
        try (Stage stage = new Stage(kind)) {
            Subscriptions node = stage.node();
            CountDownLatch done = new CountDownLatch(1);
            List<String> given = new ArrayList<>();
            node.add(new Noting("test.recorder", "b", done), "platform");
            node.add(
                    new Recorder("test.made") {
                        @Override
                        public void on(Tx tx, Event event) {
                            given.add(event.name());
                        }
                    },
                    "platform");
            stage.publish("test.made", "item/1", "a", "b");
            node.sealed();
            await(done);
            node.close();

            assertThat(given).isEmpty();
            assertThat(stage.effects()).containsExactly("a", "b");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Waited in vain");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells when it was given the last event, before the commit: closing the node waits for that. */
    private static class Noting extends Recorder {

        private final String last;
        private final CountDownLatch seen;

        Noting(String name, String last, CountDownLatch seen) {
            super(name, "test.made");
            this.last = last;
            this.seen = seen;
        }

        @Override
        public void on(Tx tx, Event event) {
            super.on(tx, event);
            if (last.equals(event.payload().get("text"))) {
                seen.countDown();
            }
        }
    }
}
