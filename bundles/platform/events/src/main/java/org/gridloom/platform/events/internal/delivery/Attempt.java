package org.gridloom.platform.events.internal.delivery;

import java.time.Instant;
import java.util.OptionalLong;
import org.gridloom.platform.event.Event;

/** What a subscriber was given last, for the case that it failed. */
final class Attempt {

    private Event event;
    private long cursor;
    private int attempts;
    private boolean alone;
    private boolean inHand;

    /** @param alone whether nothing else was to be committed with it */
    void first(Event given, long standing, boolean alone) {
        event = given;
        cursor = standing;
        attempts = 0;
        this.alone = alone;
        inHand = true;
    }

    /** The subscriber is through with it, the commit is yet to come. */
    void handled() {
        inHand = false;
    }

    void again(Held.Due due, long standing) {
        event = due.event();
        cursor = standing;
        attempts = due.attempts();
        alone = true;
    }

    boolean begun() {
        return event != null;
    }

    Event event() {
        return event;
    }

    boolean alone() {
        return alone;
    }

    /** Whether it failed at this event, and not at the commit of several. */
    boolean inHand() {
        return inHand;
    }

    /** How often it has failed now. */
    int failures() {
        return attempts + 1;
    }

    /**
     * Holds the event back, unless another node has dealt with it meanwhile.
     *
     * @param next when it is tried again; null where it is parked
     */
    boolean record(Cursor standing, Held held, Instant now, Instant next, String error) {
        OptionalLong position = standing.take();
        if (position.isEmpty()) {
            return false;
        }
        boolean isHeld = event.position() <= cursor;
        boolean same = isHeld
                ? held.attempts(event.position())
                        .filter(count -> count == attempts)
                        .isPresent()
                : position.getAsLong() == cursor;
        if (!same) {
            return false;
        }
        if (!isHeld) {
            held.holdBack(event);
            standing.moveTo(event.position());
        }
        held.failed(event, failures(), now, next, error);
        return true;
    }
}
