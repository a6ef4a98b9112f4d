package org.gridloom.platform.event;

import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Brings an old payload into the next version's form, so that subscribers need to know the newest only. Whoever
 * publishes an event registers one for each version that is past, as long as the event exists: the log keeps what was
 * published. Several are chained. Called from several threads, within a subscriber's transaction.
 */
@ConsumerType
public interface EventUpcaster {

    /** Full name of the event. */
    String event();

    /** The version it takes; what it gives is one higher. */
    int fromVersion();

    /** The payload in the next version's form; the one given is left as it is. */
    Map<String, Object> upcast(Map<String, Object> payload);
}
