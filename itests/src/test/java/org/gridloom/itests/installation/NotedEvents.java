package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.gridloom.itests.harness.Rest;
import org.gridloom.itests.probe.NotingSubscriber;

/** What the tests' subscriber did with the events that it was given. */
record NotedEvents(Rest rest, String subscriber) {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String EVENTS = "/api/events?name=organization.";

    /** Each one exactly once. */
    void assertEachOnce() {
        String notes = "/api/audit?action=" + NotingSubscriber.ACTION + "&subject=noted/" + subscriber;
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(rest.total(notes)).isGreaterThanOrEqualTo(rest.total(EVENTS)));
        List<Long> events = rest.all(EVENTS).stream()
                .map(event -> event.get("position").asLong())
                .sorted()
                .toList();
        List<Long> noted = rest.all(notes).stream()
                .map(entry -> entry.at("/after/event").asLong())
                .sorted()
                .toList();
        assertThat(events).isNotEmpty();
        assertThat(noted).isEqualTo(events);
        assertThat(rest.total("/api/events/parked")).isZero();
    }
}
