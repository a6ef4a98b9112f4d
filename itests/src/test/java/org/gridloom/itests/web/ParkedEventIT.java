package org.gridloom.itests.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridloom.itests.harness.BootedDistrict;
import org.gridloom.itests.harness.Browser;
import org.gridloom.itests.harness.Browser.Size;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Rest;
import org.gridloom.itests.harness.SubscriberBundle;
import org.gridloom.itests.harness.Territory;
import org.gridloom.itests.probe.NotingSubscriber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A vendor's subscriber fails at an event again and again: it is parked with its error, what comes later of its aggregate
 * waits and all else goes on, until somebody tries it again or skips it, by the console or on the page.
 */
@ExtendWith(BootedDistrict.class)
class ParkedEventIT {

    private static final String SUBSCRIBER = "itests.faulty";
    private static final String STREET = "210102016";
    private static final String CREATED = "organization.unit.created";
    private static final String CHANGED = "organization.unit.changed";
    private static final String ERROR = "IllegalStateException: broken on purpose";
    private static final String REASON = "已另行处理";
    private static final List<Integer> WAITS = List.of(1, 1);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Gridloom gridloom;
    private final Rest rest;
    private Console console;

    @TempDir
    private Path directory;

    ParkedEventIT(Gridloom gridloom) {
        this.gridloom = gridloom;
        rest = gridloom.rest();
    }

    @BeforeEach
    void install() {
        console = gridloom.console();
        retryAfter(WAITS);
        Map<String, String> properties =
                Map.of(NotingSubscriber.FAILS, faults().toString(), NotingSubscriber.START, "NOW");
        Path jar = new SubscriberBundle("faulty", List.of(SUBSCRIBER), properties).jar(directory);
        console.run("bundle:install -s file:" + jar).ok();
        await().atMost(PATIENCE)
                .until(() -> rest.get("/api/events/subscribers")
                        .ok()
                        .json()
                        .findValuesAsText("name")
                        .contains(SUBSCRIBER));
    }

    @AfterEach
    void uninstall() {
        console.run("bundle:uninstall org.gridloom.faulty").ok();
        console.close();
        retryAfter(null);
    }

    @Test
    void aPoisonedEventIsParkedAndTriedAgainOrSkipped() throws IOException {
        String first = STREET + "901";
        String second = STREET + "902";
        String fine = STREET + "903";
        Files.write(faults(), List.of(CREATED + " unit/" + first, CREATED + " unit/" + second));
        List.of(first, second, fine).forEach(this::createAndChange);

        JsonNode retried = awaitParked(first);
        JsonNode skipped = awaitParked(second);
        awaitNoted(fine, CREATED, CHANGED);
        assertThat(noted(first)).isEmpty();
        assertThat(noted(second)).isEmpty();
        assertThat(console.run("events:parked " + SUBSCRIBER).ok().output())
                .contains(SUBSCRIBER, CREATED, "unit/" + first, "unit/" + second, ERROR, "已搁置");

        assertTriedAgainInVain(retried);
        Files.delete(faults());
        retryAndSkip(retried, skipped);

        awaitNoted(first, CREATED, CHANGED);
        awaitNoted(second, CHANGED);
        await().atMost(PATIENCE).until(() -> failed().isEmpty());
        console.run("events:retry " + SUBSCRIBER + " " + position(retried)).refused();
        assertThat(rest.get("/api/audit?action=events.event.skipped&subject=event/" + position(skipped))
                        .ok()
                        .body())
                .contains(SUBSCRIBER, REASON);
    }

    private void createAndChange(String code) {
        Territory territory = new Territory(rest);
        territory.create(STREET, code, "试验社区" + code);
        String tag = territory.get(code).ok().header("ETag");
        rest.with("If-Match", tag)
                .send("PATCH", "/api/organization/units/" + code, Map.of("note", "已改"))
                .ok();
    }

    private JsonNode awaitParked(String code) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode event = failed(code);
            assertThat(event.get("parked").asBoolean()).isTrue();
            assertThat(event.get("heldBack").asInt()).isEqualTo(1);
        });
        JsonNode event = failed(code);
        assertThat(event.get("name").asText()).isEqualTo(CREATED);
        assertThat(event.get("attempts").asInt()).isEqualTo(1 + WAITS.size());
        assertThat(event.get("error").asText()).contains(ERROR);
        return event;
    }

    private void assertTriedAgainInVain(JsonNode event) {
        int attempts = event.get("attempts").asInt();
        console.run("events:retry " + SUBSCRIBER + " " + position(event)).ok();
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode again = failed().stream()
                    .filter(it -> position(it) == position(event))
                    .findFirst()
                    .orElseThrow();
            assertThat(again.get("attempts").asInt()).isEqualTo(attempts + 1);
            assertThat(again.get("parked").asBoolean()).isTrue();
        });
    }

    private void retryAndSkip(JsonNode retried, JsonNode skipped) {
        try (Browser browser = new Browser(gridloom, Size.DESKTOP)) {
            browser.open("#/events/delivery").signIn(gridloom.admin());
            browser.see("#failed", SUBSCRIBER);
            browser.see("#failed", ERROR);
            browser.see("#failed", "已搁置");
            browser.looksRight("parked");
            browser.click("button[aria-label='重试事件 " + position(retried) + "']");
            browser.see("body", "正在重试");
            await().atMost(PATIENCE).until(() -> failed().size() == 1);
            browser.click("button", "刷新");
            browser.seeNot("button[aria-label='重试事件 " + position(retried) + "']");

            browser.click("button[aria-label='跳过事件 " + position(skipped) + "']");
            browser.fill("原因", REASON);
            browser.click("dialog form .gl-primary");
            browser.seeNot("dialog");
            browser.see("#failed", "没有处理失败的事件");
        }
    }

    private static long position(JsonNode event) {
        return event.get("position").asLong();
    }

    private JsonNode failed(String code) {
        return failed().stream()
                .filter(event -> event.get("aggregate").asText().equals("unit/" + code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("It did not fail at " + code));
    }

    private List<JsonNode> failed() {
        return rest.all("/api/events/parked?subscriber=" + SUBSCRIBER);
    }

    private void awaitNoted(String code, String... names) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(noted(code)).containsExactly(names));
    }

    /** Names of the events that it was given of a unit, in their order. */
    private List<String> noted(String code) {
        Map<Long, String> names = new HashMap<>();
        rest.all("/api/events?aggregate=unit/" + code)
                .forEach(event -> names.put(position(event), event.get("name").asText()));
        return rest.all("/api/audit?action=" + NotingSubscriber.ACTION + "&subject=noted/" + SUBSCRIBER).stream()
                .filter(entry -> entry.at("/after/aggregate").asText().equals("unit/" + code))
                .sorted(Comparator.comparingLong(entry -> entry.get("id").asLong()))
                .map(entry -> names.get(entry.at("/after/event").asLong()))
                .toList();
    }

    private Path faults() {
        return directory.resolve("faults");
    }

    /** @param waits null for the default */
    private void retryAfter(List<Integer> waits) {
        Map<String, Object> values = new HashMap<>();
        values.put("retrySeconds", waits);
        String module = "/api/settings/org.gridloom.platform.events";
        String tag = rest.get(module).ok().header("ETag");
        rest.with("If-Match", tag)
                .send("PATCH", module, Map.of("values", values))
                .ok();
    }
}
