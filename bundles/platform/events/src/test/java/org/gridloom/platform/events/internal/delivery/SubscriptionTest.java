package org.gridloom.platform.events.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridloom.platform.events.internal.delivery.Stage.deliver;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gridloom.platform.event.Event;
import org.gridloom.platform.event.EventSubscriber;
import org.gridloom.platform.event.EventUpcaster;
import org.gridloom.platform.events.internal.Databases;
import org.gridloom.platform.events.internal.Permissions;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.testkit.RecordedAudit;
import org.gridloom.platform.tx.AuditEntry;
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

    /** Ends the process when everything is done but the commit. */
    private record Crashing(Transactions transactions) implements Transactions {

        @Override
        public <T> T call(Work<T> work) {
            return transactions.call(tx -> {
                work.in(tx);
                throw new Killed();
            });
        }

        @Override
        public <T> T read(Work<T> work) {
            return transactions.read(work);
        }
    }
}
