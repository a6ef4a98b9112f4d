package org.gridloom.itests.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.gridloom.platform.event.Event;
import org.gridloom.platform.event.EventSubscriber;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.Tx;

/**
 * Runs inside the servers under test: its effect is an audit entry that says which event it was given on which node. It
 * fails at the events that a file names, a line {@code name aggregate} each, as long as the file does.
 */
public class NotingSubscriber implements EventSubscriber {

    /** Of its audit entries. */
    public static final String ACTION = "itests.event.noted";

    /** System property of a node. */
    public static final String NODE = "gridloom.itests.node";

    /** Property of the component: path of the file that says what it fails at. */
    public static final String FAILS = "fails";

    /** Property of the component: where it begins. */
    public static final String START = "start";

    private String name;
    private Path fails;
    private Start start;

    /** Called by Declarative Services. */
    public void activate(Map<String, Object> properties) {
        name = (String) properties.get("subscriber");
        fails = Path.of((String) properties.getOrDefault(FAILS, "none"));
        start = Start.valueOf((String) properties.getOrDefault(START, Start.BEGINNING.name()));
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
    public Start start() {
        return start;
    }

    @Override
    public void on(Tx tx, Event event) {
        if (failsAt(event)) {
            throw new IllegalStateException("broken on purpose");
        }
        tx.audit(AuditEntry.created(
                ACTION,
                "noted/" + name,
                null,
                Map.of(
                        "event",
                        event.position(),
                        "aggregate",
                        event.aggregate(),
                        "node",
                        System.getProperty(NODE, ""))));
    }

    private boolean failsAt(Event event) {
        try {
            return Files.exists(fails) && Files.readAllLines(fails).contains(event.name() + " " + event.aggregate());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
