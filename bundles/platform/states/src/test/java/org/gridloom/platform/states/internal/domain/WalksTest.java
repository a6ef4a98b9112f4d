package org.gridloom.platform.states.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gridloom.platform.state.MoveKind;

/** Random ways of a case against a model that walks them by hand. */
class WalksTest {

    private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");
    private static final Duration LIMIT = Duration.ofHours(100);
    private static final int STATES = 4;

    @Provide
    Arbitrary<List<Integer>> walks() {
        return Arbitraries.integers().between(0, 9_999).list().ofMaxSize(60);
    }

    /** Keeps, for each state on the way, how much time is left while its clock is not running. */
    private static final class Model {

        private record Stop(String state, Instant dueAt) {}

        final Deque<Stop> way = new ArrayDeque<>();
        final List<Step> history = new ArrayList<>();
        Instant now = START;
        Instant stopped;

        Model() {
            step(null, "s0", START.plus(LIMIT));
            way.push(new Stop("s0", START.plus(LIMIT)));
        }

        void take(int choice) {
            now = now.plus(Duration.ofMinutes(choice % 500));
            int what = choice / 500 % 6;
            if (stopped != null) {
                resume();
            } else if (what == 0 && way.size() > 1) {
                way.pop();
                step(MoveKind.STEP_BACK, way.element().state(), way.element().dueAt());
            } else if (what == 1) {
                stopped = now;
                step(MoveKind.SUSPEND, "waiting", null);
            } else if (what == 2) {
                Stop deferred = new Stop(way.pop().state(), now.plus(LIMIT));
                way.push(deferred);
                step(MoveKind.DEFER, deferred.state(), deferred.dueAt());
            } else {
                Stop next = new Stop("s" + choice % STATES, now.plus(LIMIT));
                way.push(next);
                step(MoveKind.FORWARD, next.state(), next.dueAt());
            }
        }

        private void resume() {
            Duration pause = Duration.between(stopped, now);
            Instant from = stopped;
            List<Stop> shifted = way.stream()
                    .map(stop -> new Stop(
                            stop.state(),
                            stop.dueAt().isAfter(from) ? stop.dueAt().plus(pause) : stop.dueAt()))
                    .toList();
            way.clear();
            way.addAll(shifted);
            stopped = null;
            step(MoveKind.RESUME, way.element().state(), way.element().dueAt());
        }

        private void step(MoveKind kind, String to, Instant dueAt) {
            history.add(new Step(kind, to, now, dueAt));
        }
    }

    @Property(tries = 1000)
    void theHistoryReplaysToTheStateAndToWhereACaseCanGoBack(@ForAll("walks") List<Integer> walk) {
        Model model = new Model();
        for (int choice : walk) {
            model.take(choice);
            Track track = Track.of(model.history);

            boolean suspended = model.stopped != null;
            assertThat(track.state())
                    .isEqualTo(suspended ? "waiting" : model.way.element().state());
            List<Model.Stop> way = List.copyOf(model.way);
            int below = suspended ? 0 : 1;
            if (way.size() <= below) {
                assertThat(track.former(model.now)).isEmpty();
            } else {
                Track.Former former = track.former(model.now).orElseThrow();
                assertThat(former.state()).isEqualTo(way.get(below).state());
                assertThat(shifted(former))
                        .isEqualTo(
                                suspended
                                        ? afterNow(model, way.get(0))
                                        : way.get(below).dueAt());
            }
        }
    }

    private static Instant afterNow(Model model, Model.Stop stop) {
        return stop.dueAt().isAfter(model.stopped)
                ? stop.dueAt().plus(Duration.between(model.stopped, model.now))
                : stop.dueAt();
    }

    private static Instant shifted(Track.Former former) {
        Instant due = former.dueAt();
        for (Track.Pause pause : former.pauses()) {
            due = due.isAfter(pause.from()) ? due.plus(Duration.between(pause.from(), pause.to())) : due;
        }
        return due;
    }
}
