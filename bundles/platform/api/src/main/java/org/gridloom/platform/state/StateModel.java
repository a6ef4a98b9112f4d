package org.gridloom.platform.state;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Brings a state machine. Register it as a service: what it declares is read once and must not change while it is
 * registered. A later version of the module keeps every state in which a case may stand.
 */
@ConsumerType
public interface StateModel {

    /** Called once, from any thread. */
    StateMachine machine();
}
