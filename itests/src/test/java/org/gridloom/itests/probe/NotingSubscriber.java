package org.gridloom.itests.probe;

import java.util.Map;
import java.util.Set;
import org.gridloom.platform.event.Event;
import org.gridloom.platform.event.EventSubscriber;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.Tx;

/** Runs inside the servers under test: its effect is an audit entry that says which event it was given on which node. */
public class NotingSubscriber implements EventSubscriber {

    /** Of its audit entries. */
    public static final String ACTION = "itests.event.noted";

    /** System property of a node. */
    public static final String NODE = "gridloom.itests.node";

    private String name;

    /** Called by Declarative Services. */
    public void activate(Map<String, Object> properties) {
        name = (String) properties.get("subscriber");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<String> events() {
        return Set.of("organization.");
    }

    @Override
    public void on(Tx tx, Event event) {
        tx.audit(AuditEntry.created(
                ACTION,
                "noted/" + name,
                null,
                Map.of("event", event.position(), "aggregate", event.aggregate(), "node", System.getProperty(NODE))));
    }
}
