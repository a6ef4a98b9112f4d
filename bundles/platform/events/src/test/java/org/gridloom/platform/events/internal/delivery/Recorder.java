package org.gridloom.platform.events.internal.delivery;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.gridloom.platform.event.Event;
import org.gridloom.platform.event.EventSubscriber;
import org.gridloom.platform.tx.Tx;

/** Writes a row for each event; fails at those it is told to, after it has written. */
class Recorder implements EventSubscriber {

    final Set<String> poison = new HashSet<>();
    private final String name;
    private final String wanted;

    Recorder(String name, String wanted) {
        this.name = name;
        this.wanted = wanted;
    }

    Recorder(String wanted) {
        this("test.recorder", wanted);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<String> events() {
        return Set.of(wanted);
    }

    @Override
    public void on(Tx tx, Event event) {
        String text = String.valueOf(event.payload().get("text"));
        try (PreparedStatement insert =
                tx.connection().prepareStatement("insert into test_effect (subscriber, text) values (?, ?)")) {
            insert.setString(1, name);
            insert.setString(2, text);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        if (poison.contains(text)) {
            throw new IllegalArgumentException("cannot digest\n it");
        }
    }
}
