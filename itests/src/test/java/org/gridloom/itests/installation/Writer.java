package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridloom.itests.harness.Rest;
import org.gridloom.itests.harness.Territory;

/** A client that creates grids in a community of its own, one after the other, and knows which were acknowledged. */
final class Writer implements Runnable {

    private static final int CREATED = 201;
    private static final int NOT_FOUND = 404;
    private static final int MOST = 999;

    private final Rest rest;
    private final String community;
    private final List<Write> acknowledged = Collections.synchronizedList(new ArrayList<>());
    private final List<Write> open = Collections.synchronizedList(new ArrayList<>());
    private int number;
    private volatile boolean stopped;

    /** A request with the key under which it may be sent again. */
    private record Write(String code, String key, Map<String, Object> body) {}

    Writer(Rest rest, String community) {
        this.rest = rest;
        this.community = community;
    }

    @Override
    public void run() {
        while (!isFull() && !stopped) {
            try {
                writeNext();
            } catch (UncheckedIOException connectionLost) {
                // It is among those that are open.
            }
        }
    }

    /** Whether the community can take no more. */
    boolean isFull() {
        return number == MOST;
    }

    Rest.Answer writeNext() {
        number++;
        String code = "%s%03d".formatted(community, number);
        Write write = new Write(code, UUID.randomUUID().toString(), Territory.unit(community, code, "网格 " + code));
        open.add(write);
        Rest.Answer answer = send(write);
        if (answer.status() == CREATED) {
            open.remove(write);
            acknowledged.add(write);
        }
        return answer;
    }

    private Rest.Answer send(Write write) {
        return rest.with("Idempotency-Key", write.key()).post("/api/organization/units", write.body());
    }

    void stop() {
        stopped = true;
    }

    int acknowledged() {
        return acknowledged.size();
    }

    int repeated() {
        return open.size();
    }

    void repeatWhatWasNotAcknowledged() {
        open.forEach(write -> send(write).expect(CREATED));
    }

    /** Units, audit entries and events are exactly those of the writes. */
    void assertEachOnce() {
        List<String> written = new ArrayList<>();
        acknowledged.forEach(write -> written.add(write.code()));
        open.forEach(write -> written.add(write.code()));
        assertOnly(rest, written);
    }

    /**
     * A copy of one moment has the first writes and no later one, each with its audit entry and event, as they were sent
     * one after the other.
     *
     * @return how many
     */
    int assertFirstOnesIn(Rest copy) {
        assertThat(open).isEmpty();
        if (new Territory(copy).get(community).status() == NOT_FOUND) {
            return 0;
        }
        int there = values(copy, "/api/organization/units?parent=" + community, "code")
                .size();
        assertThat(there).isLessThanOrEqualTo(acknowledged());
        assertOnly(
                copy, acknowledged.subList(0, there).stream().map(Write::code).toList());
        return there;
    }

    private void assertOnly(Rest asked, List<String> written) {
        assertThat(values(asked, "/api/organization/units?parent=" + community, "code"))
                .containsExactlyInAnyOrderElementsOf(written);

        List<String> subjects = written.stream().map(code -> "unit/" + code).toList();
        assertThat(grids(asked, "/api/audit?action=organization.unit.created&unit=" + community, "subject"))
                .containsExactlyInAnyOrderElementsOf(subjects);
        assertThat(grids(asked, "/api/events?name=organization.unit.created&unit=" + community, "aggregate"))
                .containsExactlyInAnyOrderElementsOf(subjects);
    }

    private List<String> grids(Rest asked, String list, String field) {
        return values(asked, list, field).stream()
                .filter(subject -> !subject.equals("unit/" + community))
                .toList();
    }

    private static List<String> values(Rest asked, String list, String field) {
        return asked.all(list).stream()
                .map((JsonNode item) -> item.get(field).asText())
                .toList();
    }
}
