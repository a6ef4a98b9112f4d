package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Database;
import org.gridloom.itests.harness.Installation;
import org.gridloom.itests.harness.Rest;
import org.gridloom.itests.harness.SnowVersions;
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
    private static final String CALL_OUTS = "/api/snow/call-outs/";

    private static final BiConsumer<Rest, Console> COME = (rest, console) ->
            console.run("module:install " + SnowVersions.FIRST).ok();
    private static final BiConsumer<Rest, Console> GO =
            (rest, console) -> console.run("module:uninstall snow-clearing").ok();
    private static final BiConsumer<Rest, Console> SOME = (rest, console) -> change(rest);
    private static final BiConsumer<Rest, Console> ORDERS = (rest, console) -> order(rest);
    private static final BiConsumer<Rest, Console> MORE = (rest, console) -> changeMore(rest);

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

    /** The sample of the vendor kit: there from the start here, there late and away for a while. */
    @Test
    void snowClearingEndsInTheSameState() {
        assertThat(snowClearing(List.of(COME, SOME, ORDERS, MORE)))
                .hasSize(6)
                .isEqualTo(snowClearing(List.of(SOME, COME, ORDERS, GO, MORE, COME)));
    }

    private static Map<String, JsonNode> snowClearing(List<BiConsumer<Rest, Console>> steps) {
        try (Installation installation = Installation.on(Database.Kind.H2.create(), "gridloom-organization")
                .startAndAwaitReady()) {
            Rest rest = installation.gridloom().rest();
            try (Console console = installation.gridloom().console()) {
                steps.forEach(step -> step.accept(rest, console));
            }
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(Stream.of(2, 3, 4, 5, 6).map(number -> callOut(rest, number, "state")))
                        .containsExactly("cancelled", "cancelled", "ordered", "done", "ordered");
                assertThat(callOut(rest, 6, "unit")).isNotEqualTo(grid(6));
            });
            assertThat(installation.gridloom().log()).doesNotContain(" ERROR ");
            return Stream.concat(
                            Stream.of("/api/snow/teams/XD-1"),
                            Stream.of(2, 3, 4, 5, 6).map(number -> CALL_OUTS + number))
                    .collect(Collectors.toMap(
                            path -> path, path -> rest.get(path).ok().json()));
        }
    }

    private static String callOut(Rest rest, int number, String field) {
        return rest.get(CALL_OUTS + number).ok().json().get(field).asText();
    }

    private static void order(Rest rest) {
        rest.post("/api/snow/teams", Map.of("code", "XD-1", "name", "一队", "unit", STREET, "people", 4, "machines", 2))
                .ok();
        Stream.of(2, 3, 4, 5, 6)
                .forEach(number -> rest.post(
                                "/api/snow/call-outs",
                                Map.of(
                                        "number",
                                        number.toString(),
                                        "unit",
                                        grid(number),
                                        "team",
                                        "XD-1",
                                        "day",
                                        LocalDate.now().toString(),
                                        "machines",
                                        1))
                        .ok());
        rest.with("If-Match", rest.get(CALL_OUTS + 5).ok().header("ETag"))
                .post(CALL_OUTS + "5/done", Map.of("hours", 2))
                .ok();
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
        String today = LocalDate.now().toString();
        territory
                .restructure(grid(6), "merge", Map.of("with", List.of(grid(7)), "name", "合并网格", "date", today))
                .ok();
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
