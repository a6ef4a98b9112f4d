package org.gridloom.platform.persistence;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Learns that a transaction of this node was committed. Register it as a service. It is called on the thread that
 * committed, after the connection was given back: return at once and do the work elsewhere.
 */
@ConsumerType
@FunctionalInterface
public interface CommitListener {

    void committed();
}
