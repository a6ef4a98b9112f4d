package org.gridloom.platform.events.internal.delivery;

/** Learns that events were sealed on this node. Called on the sealer's thread: returns at once. */
@FunctionalInterface
public interface SealListener {

    void sealed();
}
