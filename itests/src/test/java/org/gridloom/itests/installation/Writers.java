package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gridloom.itests.harness.Rest;
import org.gridloom.itests.harness.Territory;

/** A client that writes one unit after the other: one community full of grids after the next. */
final class Writers {

    private final Rest rest;
    private final String street;
    private final List<Writer> writers = new CopyOnWriteArrayList<>();

    Writers(Rest rest, String street) {
        this.rest = rest;
        this.street = street;
    }

    Rest.Answer writeNext() {
        if (writers.isEmpty() || writers.get(writers.size() - 1).isFull()) {
            String community = "%s%03d".formatted(street, writers.size() + 1);
            Rest.Answer answer =
                    rest.post("/api/organization/units", Territory.unit(street, community, "社区 " + community));
            writers.add(new Writer(rest, community));
            return answer;
        }
        return writers.get(writers.size() - 1).writeNext();
    }

    int acknowledged() {
        return writers.stream().mapToInt(Writer::acknowledged).sum();
    }

    /**
     * A copy of one moment has what was written before it and nothing after.
     *
     * @return how many grids
     */
    int assertFirstOnesIn(Rest copy) {
        int found = 0;
        boolean isOver = false;
        for (Writer writer : writers) {
            int there = writer.assertFirstOnesIn(copy);
            assertThat(isOver && there > 0).isFalse();
            isOver = there < writer.acknowledged();
            found += there;
        }
        return found;
    }

    void assertEachAcknowledgedAndOnce() {
        assertThat(acknowledged()).isPositive();
        for (Writer writer : writers) {
            assertThat(writer.repeated()).isZero();
            writer.assertEachOnce();
        }
    }
}
