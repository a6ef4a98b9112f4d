package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Database;
import org.gridloom.itests.harness.Installation;
import org.gridloom.itests.harness.Rest;
import org.gridloom.itests.harness.SubscriberBundle;
import org.gridloom.itests.harness.Territory;
import org.gridloom.itests.probe.NotingSubscriber;
import org.junit.jupiter.api.Test;

/** A module that is installed late is given all that was, and ends in the state of one that was there from the start. */
class LateModuleIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String DISTRICT = "210102";
    private static final String STREET = "210102021";
    private static final String COMMUNITY = "210102021001";
    private static final int GRIDS = 40;

    @Test
    void itIsGivenWhatTheOtherWasGiven() {
        try (Installation installation = Installation.on(Database.Kind.H2.create(), "gridloom-organization")
                .with("-D" + NotingSubscriber.NODE + "=one")
                .startAndAwaitReady()) {
            Rest rest = installation.gridloom().rest();
            install(installation, "early");
            change(rest);
            install(installation, "late");
            changeMore(rest);

            await().atMost(PATIENCE).untilAsserted(() -> {
                Map<String, List<Long>> early = noted(rest, "early");
                assertThat(early.values().stream().mapToInt(List::size).sum()).isEqualTo(events(rest));
                assertThat(noted(rest, "late")).isEqualTo(early);
            });
            assertThat(installation.gridloom().log()).doesNotContain(" ERROR ");
        }
    }

    private static void install(Installation installation, String name) {
        try (Console console = installation.gridloom().console()) {
            console.run("module:install "
                            + new SubscriberBundle(name, List.of("itests." + name)).jar(installation.directory()))
                    .ok();
        }
    }

    private static void change(Rest rest) {
        Territory territory = new Territory(rest);
        territory.create(null, DISTRICT, "和平区");
        territory.create(DISTRICT, STREET, "长白街道");
        territory.create(STREET, COMMUNITY, "河畔社区");
        IntStream.rangeClosed(1, GRIDS).forEach(number -> territory.create(COMMUNITY, grid(number), "网格" + number));
        close(territory, 1);
    }

    private static void changeMore(Rest rest) {
        Territory territory = new Territory(rest);
        close(territory, 2);
        close(territory, 3);
    }

    private static void close(Territory territory, int number) {
        territory
                .restructure(
                        grid(number), "close", Map.of("date", LocalDate.now().toString(), "withUnitsBelow", false))
                .ok();
    }

    private static String grid(int number) {
        return "%s%03d".formatted(COMMUNITY, number);
    }

    private static int events(Rest rest) {
        return rest.get("/api/events?name=organization.")
                .ok()
                .json()
                .get("total")
                .asInt();
    }

    /** Positions of the events that a subscriber was given, in its order, by what they are about. */
    private static Map<String, List<Long>> noted(Rest rest, String name) {
        return rest.all("/api/audit?action=" + NotingSubscriber.ACTION + "&subject=noted/itests." + name).stream()
                .sorted(Comparator.comparingLong(entry -> entry.get("position").asLong()))
                .map((JsonNode entry) -> entry.get("after"))
                .collect(Collectors.groupingBy(
                        note -> note.get("aggregate").asText(),
                        Collectors.mapping(note -> note.get("event").asLong(), Collectors.toList())));
    }
}
