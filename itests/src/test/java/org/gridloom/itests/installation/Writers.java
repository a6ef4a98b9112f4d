package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gridloom.itests.harness.Rest;
import org.gridloom.itests.harness.Territory;

/** A client that writes until it is stopped: one community full of grids after the other. */
final class Writers implements Runnable {

    private final Rest rest;
    private final String street;
    private final List<Writer> writers = new CopyOnWriteArrayList<>();
    private volatile boolean stopped;

    Writers(Rest rest, String street) {
        this.rest = rest;
        this.street = street;
    }

    @Override
    public void run() {
        while (!stopped) {
            String community = "%s%03d".formatted(street, writers.size() + 1);
            new Territory(rest).create(street, community, "社区 " + community);
            Writer writer = new Writer(rest, community);
            writers.add(writer);
            if (!stopped) {
                writer.run();
            }
        }
    }

    void stop() {
        stopped = true;
        writers.forEach(Writer::stop);
    }

    int acknowledged() {
        return writers.stream().mapToInt(Writer::acknowledged).sum();
    }

    void assertEachAcknowledgedAndOnce() {
        for (Writer writer : writers) {
            assertThat(writer.repeated()).isZero();
            writer.assertEachOnce();
        }
    }
}
