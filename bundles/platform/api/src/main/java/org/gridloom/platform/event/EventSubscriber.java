package org.gridloom.platform.event;

import java.util.Set;
import org.gridloom.platform.tx.Tx;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Reacts to events. Register it as a DS component: from then on each event that it wants reaches it, one after the
 * other, those of an aggregate in the order in which they were published. Where it stands is kept in the database, so a
 * bundle that was updated, or a node that was killed, goes on where it was. On several nodes one at a time delivers.
 *
 * <p>Called on a thread of the platform, signed in as {@code system:<name>}. When the bundle stops, the call under way
 * is waited for.
 */
@ConsumerType
public interface EventSubscriber {

    /** Where a subscriber begins that this district has never had. */
    enum Start {
        /** With the first event that was ever published. */
        BEGINNING,
        /** With what is published from now on. */
        NOW
    }

    /**
     * Under which the platform remembers where this subscriber stands: the bundle's symbolic name and what it does, as
     * in {@code org.gridloom.points.awards}. Never changed, at most 200 characters.
     */
    String name();

    /** Names of events; with a dot at its end, all that begin so. The same at every call. */
    Set<String> events();

    /** Matters only the first time. */
    default Start start() {
        return Start.BEGINNING;
    }

    /**
     * Makes the event's effect within the transaction, which is of the bundle's own persistence unit where it has one.
     * What is written through it, or through services that join it, commits together with the subscriber's position:
     * both or neither. What lies outside the database may happen again after a failure.
     *
     * <p>What is thrown undoes the effect. The event is tried again after a while, a few times, then parked for an
     * operator; meanwhile later events of its aggregate wait behind it, and the others go on. The exception's message
     * is shown to operators, so it names no person. An event of an unknown version is to be refused like this too.
     */
    void on(Tx tx, Event event);
}
