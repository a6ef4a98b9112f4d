package org.gridloom.platform.events.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridloom.platform.events.internal.delivery.Stage.deliver;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.gridloom.platform.event.Event;
import org.gridloom.platform.event.EventSubscriber;
import org.gridloom.platform.event.EventUpcaster;
import org.gridloom.platform.events.internal.Databases;
import org.gridloom.platform.events.internal.Permissions;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.testkit.RecordedAudit;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.EventDraft;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.tx.Tx;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitScope;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SubscriptionTest {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aLateSubscriberGetsEverythingItWantsFromTheBeginningOnce(Databases kind) {
        try (Stage stage = new Stage(kind)) {
            String[] many = IntStream.range(0, 250).mapToObj(i -> "n" + i).toArray(String[]::new);
            stage.publish("test.item.made", "item/1", many);
            stage.publish("test.itemised", "item/1", "other");

            deliver(stage.subscription(new Recorder("test.item.")));
            deliver(stage.subscription(new Recorder("test.item.")));

            assertThat(stage.effects()).containsExactly(many);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whoBeginsNowGetsNothingOfBefore(Databases kind) {
        try (Stage stage = new Stage(kind)) {
            stage.publish("test.made", "item/1", "before");
            EventSubscriber late = new Recorder("test.made") {
                @Override
                public Start start() {
                    return Start.NOW;
                }
            };
            deliver(stage.subscription(late));
            stage.publish("test.made", "item/1", "after");
            deliver(stage.subscription(late));

            assertThat(stage.effects()).containsExactly("after");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aCrashBetweenEffectAndCommitLeavesNeither(Databases kind) {
        try (Stage stage = new Stage(kind)) {
            stage.publish("test.made", "item/1", "a", "b");
            Subscription crashing = stage.subscription(new Recorder("test.made"), new Crashing(stage.db.platform()));
            assertThatThrownBy(crashing::turn).isInstanceOf(Killed.class);
            assertThat(stage.effects()).isEmpty();

            deliver(stage.subscription(new Recorder("test.made")));

            assertThat(stage.effects()).containsExactly("a", "b");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aPoisonedEventIsTriedAFewTimesThenParkedAndHoldsBackOnlyItsAggregate(Databases kind) {
        try (Stage stage = new Stage(kind)) {
            Recorder recorder = new Recorder("test.made");
            recorder.poison.add("bad");
            stage.publish("test.made", "item/1", "first", "bad", "later");
            stage.publish("test.made", "item/2", "other");
            Subscription subscription = stage.subscription(recorder);
            deliver(subscription);
            stage.publish("test.made", "item/1", "last");
            deliver(subscription);

            assertThat(stage.effects()).containsExactly("first", "other");
            FailedEvent retried = failed(stage).get(0);
            assertThat(retried.parked()).isFalse();
            assertThat(retried.nextAttemptAt()).isAfter(stage.db.clock().instant());

            int waits = waitUntilParked(stage, subscription);

            assertThat(waits).isEqualTo(5);
            FailedEvent parked = failed(stage).get(0);
            assertThat(parked.attempts()).isEqualTo(6);
            assertThat(parked.heldBack()).isEqualTo(2);
            assertThat(parked.error()).isEqualTo("java.lang.IllegalArgumentException: cannot digest it");
            assertThat(stage.effects()).containsExactly("first", "other");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aRetriedEventComesFirstAndThenWhatItHeldBackInOrder(Databases kind) {
        try (Stage stage = new Stage(kind)) {
            Recorder recorder = new Recorder("test.made");
            Subscription subscription = parked(stage, recorder);
            long position = failed(stage).get(0).position();

            delivery(stage).retry("test.recorder", position);
            deliver(subscription);
            assertThat(failed(stage)).singleElement().satisfies(again -> {
                assertThat(again.parked()).isTrue();
                assertThat(again.attempts()).isEqualTo(7);
            });

            recorder.poison.clear();
            delivery(stage).retry("test.recorder", position);
            deliver(subscription);
            stage.publish("test.made", "item/1", "new");
            deliver(subscription);

            assertThat(stage.effects()).containsExactly("first", "other", "bad", "later", "last", "new");
            assertThat(failed(stage)).isEmpty();
            assertThat(stage.db.audit()).extracting(RecordedAudit::action).containsOnly("events.event.retried");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aPoisonedEventAmongManyCostsAFewTransactionsOnly(Databases kind) {
        try (Stage stage = new Stage(kind)) {
            Recorder recorder = new Recorder("test.made");
            recorder.poison.add("n200");
            String[] many = IntStream.range(0, 250).mapToObj(i -> "n" + i).toArray(String[]::new);
            stage.publish("test.made", "item/1", many);
            Counting counting = new Counting(stage.db.platform(), new AtomicInteger());

            deliver(stage.subscription(recorder, counting));

            assertThat(stage.effects()).containsExactly(Arrays.copyOf(many, 200));
            assertThat(failed(stage)).singleElement().satisfies(it -> {
                assertThat(it.attempts()).isEqualTo(1);
                assertThat(it.heldBack()).isEqualTo(49);
            });
            assertThat(counting.calls()).hasValueLessThan(10);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whatFailsAtTheCommitOnlyIsFoundAmongMany(Databases kind) {
        try (Stage stage = new Stage(kind)) {
            stage.publish("test.made", "item/1", "a", "b");
            stage.publish("test.made", "item/2", "c");
            Set<String> effects = new HashSet<>();
            Recorder recorder = new Recorder("test.made") {
                @Override
                public void on(Tx tx, Event event) {
                    effects.add(String.valueOf(event.payload().get("text")));
                    super.on(tx, event);
                }
            };

            deliver(stage.subscription(recorder, new Refusing(stage.db.platform(), effects, "b")));

            assertThat(stage.effects()).containsExactly("a", "c");
            assertThat(failed(stage))
                    .singleElement()
                    .satisfies(it -> assertThat(it.aggregate()).isEqualTo("item/1"));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void newEventsDoNotWaitUntilAllThatAreRetriedAreThrough(Databases kind) {
        try (Stage stage = new Stage(kind)) {
            Recorder recorder = new Recorder("test.made");
            Subscription subscription = parkedMany(stage, recorder, 10);
            recorder.poison.clear();
            parkedRetry(stage).run(null, Progress.NONE);
            stage.publish("test.made", "item/new", "new");

            deliver(subscription);

            assertThat(stage.effects()).hasSize(11).startsWith("n0").contains("new");
            assertThat(stage.effects().indexOf("new")).isLessThan(3);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void allParkedEventsAreRetriedInManySmallTransactionsAndOnceOnly(Databases kind) {
        try (Stage stage = new Stage(kind)) {
            Recorder recorder = new Recorder("test.made");
            Subscription subscription = parkedMany(stage, recorder, 1500);
            ParkedRetry retry = parkedRetry(stage);

            assertThat(retry.run("test.recorder", Progress.NONE)).isEqualTo(new RetriedEvents(1500, true));
            assertThat(retry.run(null, Progress.NONE)).isEqualTo(new RetriedEvents(0, true));

            assertThat(stage.db.audit()).hasSize(2).allSatisfy(entry -> {
                assertThat(entry.action()).isEqualTo("events.subscriber.retried");
                assertThat(entry.subject()).isEqualTo("subscriber/test.recorder");
            });
            assertThat(stage.db.audit())
                    .extracting(entry -> entry.after().get("events"))
                    .containsExactlyInAnyOrder(1000, 500);
            recorder.poison.clear();
            deliver(subscription);
            assertThat(stage.effects())
                    .containsExactly(
                            IntStream.range(0, 1500).mapToObj(i -> "n" + i).toArray(String[]::new));
            assertThat(failed(stage)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void retryingAllLeavesOthersAndWhatIsTriedAgainByItselfAlone(Databases kind) {
        try (Stage stage = new Stage(kind)) {
            Recorder recorder = new Recorder("test.made");
            recorder.poison.add("bad");
            stage.publish("test.made", "item/1", "bad");
            deliver(stage.subscription(recorder));
            FailedEvent before = failed(stage).get(0);

            assertThat(parkedRetry(stage).run(null, Progress.NONE)).isEqualTo(new RetriedEvents(0, true));

            assertThat(failed(stage)).containsExactly(before);
            assertThat(stage.db.audit()).isEmpty();
            assertThatThrownBy(() -> parkedRetry(stage).run("test.unknown", Progress.NONE))
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aCancelledRetryOfAllGoesOnWhenItIsCalledAgain(Databases kind) {
        try (Stage stage = new Stage(kind)) {
            parkedMany(stage, new Recorder("test.made"), 1500);

            assertThat(parkedRetry(stage).run(null, (done, total) -> false)).isEqualTo(new RetriedEvents(1000, false));
            assertThat(parkedRetry(stage).run(null, Progress.NONE)).isEqualTo(new RetriedEvents(500, true));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aSkippedEventHasNoEffectAndFreesWhatItHeldBack(Databases kind) {
        try (Stage stage = new Stage(kind)) {
            Subscription subscription = parked(stage, new Recorder("test.made"));
            long position = failed(stage).get(0).position();

            assertThatThrownBy(() -> delivery(stage).skip("test.recorder", position, " "))
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.INVALID));
            delivery(stage).skip("test.recorder", position, "a mistake of the test");
            deliver(subscription);

            assertThat(stage.effects()).containsExactly("first", "other", "later", "last");
            assertThat(stage.db.audit()).singleElement().satisfies(entry -> {
                assertThat(entry.action()).isEqualTo("events.event.skipped");
                assertThat(entry.reason()).isEqualTo("a mistake of the test");
                assertThat(entry.after()).containsEntry("subscriber", "test.recorder");
            });
            assertThatThrownBy(() -> delivery(stage).retry("test.recorder", position))
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void oldPayloadsAreBroughtToTheNewestVersionStepByStep(Databases kind) {
        try (Stage stage = new Stage(kind)) {
            stage.upcasters.addUpcaster(upcaster(2, "text", "!"));
            stage.upcasters.addUpcaster(upcaster(1, "text", "?"));
            stage.publish("test.made", "item/1", "old");
            int[] version = new int[1];
            deliver(stage.subscription(new Recorder("test.made") {
                @Override
                public void on(Tx tx, Event event) {
                    version[0] = event.version();
                    super.on(tx, event);
                }
            }));

            assertThat(stage.effects()).containsExactly("old?!");
            assertThat(version[0]).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whatASubscriberDoesIsRecordedUnderItsName(Databases kind) {
        try (Stage stage = new Stage(kind)) {
            stage.publish("test.made", "item/1", "a");
            deliver(stage.subscription(new Recorder("test.made") {
                @Override
                public void on(Tx tx, Event event) {
                    tx.audit(AuditEntry.created("test.effect.made", event.aggregate(), null, Map.of()));
                }
            }));

            assertThat(stage.db.audit()).extracting(RecordedAudit::account).containsExactly("system:test.recorder");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void operatorsSeeHowFarEachSubscriberIs(Databases kind) {
        try (Stage stage = new Stage(kind)) {
            parked(stage, new Recorder("test.made"));

            assertThat(delivery(stage).subscribers()).singleElement().satisfies(standing -> {
                assertThat(standing.name()).isEqualTo("test.recorder");
                assertThat(standing.here()).isFalse();
                assertThat(standing.position()).isEqualTo(5);
                assertThat(standing.parked()).isEqualTo(1);
                assertThat(standing.heldBack()).isEqualTo(2);
                assertThat(standing.error()).contains("cannot digest it");
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void deliveryIsNobodysWhoHoldsThePermissionInPartOfTheDistrictOnly(Databases kind) {
        try (Stage stage = new Stage(kind)) {
            parked(stage, new Recorder("test.made"));
            long position = failed(stage).get(0).position();
            EventDelivery delivery = delivery(stage);
            UnitScope street = new UnitScope(List.of(CodeRange.subtree("210102021")));
            stage.db.access().signIn("street", Map.of(Permissions.EVENTS_MANAGE, street));

            assertForbidden(delivery::subscribers);
            assertForbidden(() -> delivery.failed(null, PageQuery.first()));
            assertForbidden(() -> delivery.retry("test.recorder", position));
            assertForbidden(() -> parkedRetry(stage).run(null, Progress.NONE));
            assertForbidden(() -> delivery.skip("test.recorder", position, "because"));
            assertForbidden(() -> delivery.skip("test.recorder", position, null));
        }
    }

    private static Subscription parked(Stage stage, Recorder recorder) {
        recorder.poison.add("bad");
        stage.publish("test.made", "item/1", "first", "bad", "later");
        stage.publish("test.made", "item/2", "other");
        Subscription subscription = stage.subscription(recorder);
        deliver(subscription);
        stage.publish("test.made", "item/1", "last");
        waitUntilParked(stage, subscription);
        return subscription;
    }

    /** So many poisoned events, each of an aggregate of its own; parked as they are when every try has failed. */
    private static Subscription parkedMany(Stage stage, Recorder recorder, int count) {
        Subscription subscription = stage.subscription(recorder);
        deliver(subscription);
        stage.db
                .platform()
                .run(tx -> IntStream.range(0, count)
                        .forEach(i -> tx.publish(
                                new EventDraft("test.made", 1, "item/" + i, null, Map.of("text", "n" + i)))));
        stage.seal();
        Databases.tamper(
                stage.db,
                "insert into platform_event_held (subscriber, position, aggregate, attempts, failed_at, error)"
                        + " select 'test.recorder', position, aggregate, 6, recorded_at, 'poison' from platform_event",
                "update platform_event_cursor set position = (select max(position) from platform_event)");
        return subscription;
    }

    private static ParkedRetry parkedRetry(Stage stage) {
        return new ParkedRetry(stage.db.platform(), stage.idle(), stage.db.access(), stage.db.clock());
    }

    private static int waitUntilParked(Stage stage, Subscription subscription) {
        int waits = 0;
        for (; !failed(stage).get(0).parked(); waits++) {
            stage.db.clock().advance(LONGEST_WAIT);
            deliver(subscription);
        }
        return waits;
    }

    private static List<FailedEvent> failed(Stage stage) {
        return delivery(stage).failed("test.recorder", PageQuery.first()).items();
    }

    private static EventDelivery delivery(Stage stage) {
        return new EventDelivery(stage.db.platform(), stage.idle(), stage.db.access(), stage.db.clock());
    }

    private static EventUpcaster upcaster(int from, String field, String more) {
        return new EventUpcaster() {
            @Override
            public String event() {
                return "test.made";
            }

            @Override
            public int fromVersion() {
                return from;
            }

            @Override
            public Map<String, Object> upcast(Map<String, Object> payload) {
                Map<String, Object> next = new HashMap<>(payload);
                next.put(field, payload.get(field) + more);
                return next;
            }
        };
    }

    private static void assertForbidden(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.FORBIDDEN));
    }

    /** The process ends. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Writing transactions are watched, reading ones passed on. */
    private interface Watched extends Transactions {

        Transactions transactions();

        @Override
        default <T> T read(Work<T> work) {
            return transactions().read(work);
        }

        @Override
        default <T> T snapshot(Work<T> work) {
            return transactions().snapshot(work);
        }
    }

    /** Counts the transactions. */
    private record Counting(Transactions transactions, AtomicInteger calls) implements Watched {

        @Override
        public <T> T call(Work<T> work) {
            calls.incrementAndGet();
            return transactions.call(work);
        }
    }

    /** Fails where the commit would be, if the transaction holds a certain effect. */
    private record Refusing(Transactions transactions, Set<String> effects, String refused) implements Watched {

        @Override
        public <T> T call(Work<T> work) {
            effects.clear();
            return transactions.call(tx -> {
                T result = work.in(tx);
                if (effects.contains(refused)) {
                    throw new IllegalStateException("refused at the commit");
                }
                return result;
            });
        }
    }

    /** Ends the process when everything is done but the commit. */
    private record Crashing(Transactions transactions) implements Watched {

        @Override
        public <T> T call(Work<T> work) {
            return transactions.call(tx -> {
                work.in(tx);
                throw new Killed();
            });
        }
    }
}
