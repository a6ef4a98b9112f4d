package org.gridloom.platform.states.internal.domain;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.gridloom.platform.state.MoveKind;

/**
 * The way that a case came: the states to which it can step back or in which it can go on, each with its clock. Made of
 * its history alone.
 */
public final class Track {

    /** A time in which the clock stood still. */
    public record Pause(Instant from, Instant to) {}

    /**
     * A state on the way.
     *
     * @param dueAt its deadline, with all pauses before {@code pauses} taken in
     * @param pauses how many pauses had been when the deadline was set
     */
    private record Stop(String state, Instant dueAt, int pauses) {}

    /** A state to go back to, with the pauses that its deadline does not know of yet. */
    public record Former(String state, Instant dueAt, List<Pause> pauses) {}

    private final Deque<Stop> stops = new ArrayDeque<>();
    private final List<Pause> pauses = new ArrayList<>();
    private Instant stoppedAt;

    private Track() {}

    public static Track of(List<Step> history) {
        Track track = new Track();
        history.forEach(track::take);
        return track;
    }

    /** The state in which it stands. */
    public String state() {
        return stops.element().state();
    }

    /** Where a step back, or going on after a suspension, leads to at an instant; empty where it has come from nowhere. */
    public Optional<Former> former(Instant at) {
        return stops.stream().skip(1).findFirst().map(stop -> {
            List<Pause> missed = new ArrayList<>(pauses.subList(stop.pauses(), pauses.size()));
            if (stoppedAt != null) {
                missed.add(new Pause(stoppedAt, at));
            }
            return new Former(stop.state(), stop.dueAt(), List.copyOf(missed));
        });
    }

    private void take(Step step) {
        if (step.kind() == MoveKind.SUSPEND) {
            stoppedAt = step.at();
        } else if (stoppedAt != null) {
            pauses.add(new Pause(stoppedAt, step.at()));
            stoppedAt = null;
        }
        if (step.kind() == MoveKind.DEFER) {
            stops.pop();
        } else if (step.kind() == MoveKind.RESUME || step.kind() == MoveKind.STEP_BACK) {
            stops.pop();
            stops.pop();
        }
        stops.push(new Stop(step.to(), step.dueAt(), pauses.size()));
    }
}
