package org.gridloom.itests.district;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.gridloom.itests.harness.BootedDistrict;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Rest;
import org.gridloom.itests.harness.Rest.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Settings take effect while the district works, and bad ones never, whichever way they come. */
@ExtendWith(BootedDistrict.class)
class SettingsIT {

    private static final String REST = "org.gridloom.platform.rest";
    private static final String WEB = "org.gridloom.platform.web";
    private static final String SECURITY = "org.gridloom.platform.security";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Gridloom gridloom;
    private final Rest rest;
    private final Path folder;

    SettingsIT(Gridloom gridloom) {
        this.gridloom = gridloom;
        rest = gridloom.rest();
        folder = gridloom.data().resolve("settings");
    }

    @AfterEach
    void backToTheDefaults() throws IOException {
        Files.deleteIfExists(folder.resolve(REST + ".cfg"));
        Files.deleteIfExists(folder.resolve(WEB + ".cfg"));
        await(() -> setting(WEB, "accent").get("source").asText().equals("default")
                && !setting(REST, "jsonKb").get("source").asText().equals("file"));
        reset(REST, "jsonKb");
        reset(SECURITY, "sessionHours");
    }

    @Test
    void aLimitHoldsWithoutARestartAndNothingComesAnew() {
        Map<String, Object> tooLarge = Map.of("note", "长".repeat(100_000));
        String components = componentsOf();
        assertThat(rest.post("/api/session/password", tooLarge).status()).isNotEqualTo(413);

        change(REST, Map.of("jsonKb", 64)).ok();

        await(() -> rest.post("/api/session/password", tooLarge).status() == 413);
        assertThat(componentsOf()).isEqualTo(components);
        JsonNode audit = rest.get("/api/audit?subject=settings/" + REST).ok().json();
        assertThat(audit.toString()).contains("settings.module.changed");
    }

    @Test
    void badValuesAreRefusedByNameOverRestAndConsole() {
        Answer refused = change(SECURITY, Map.of("sessionHours", 0, "lockoutFailures", "many"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("violations")).hasSize(2);
        assertThat(refused.body()).contains("sessionHours", "lockoutFailures", "168");
        assertThat(change(SECURITY, Map.of("lockoutSeconds", 1000)).status()).isEqualTo(422);
        assertThat(setting(SECURITY, "sessionHours").get("value").asInt()).isEqualTo(12);
        try (Console console = gridloom.console()) {
            console.run("settings:set " + SECURITY + " sessionHours 169").refused();
            console.run("settings:set " + SECURITY + " noSuch 1").refused();
            console.run("settings:set " + SECURITY + " sessionHours 11").ok();
            assertThat(console.run("settings:list " + SECURITY).ok().output()).contains("sessionHours", "11");
            console.run("settings:reset " + SECURITY + " sessionHours").ok();
        }
        assertThat(setting(SECURITY, "sessionHours").get("source").asText()).isEqualTo("default");
    }

    @Test
    void aBadFileIsToldOfAndTheFormerHolds() throws IOException {
        file(WEB, "accent = #0055aa\n");
        await(() -> setting(WEB, "accent").get("value").asText().equals("#0055aa"));

        file(WEB, "accent = blue\n");

        await(() -> rest.get("/api/settings/" + WEB).ok().json().get("problems").size() == 1);
        assertThat(setting(WEB, "accent").get("value").asText()).isEqualTo("#0055aa");
        assertThat(rest.get("/api/settings/" + WEB).ok().body()).contains("settings/" + WEB + ".cfg", "#b42318");
        assertThat(rest.get("/api/modules").ok().body()).contains("settings/" + WEB + ".cfg");
        assertThat(change(WEB, Map.of("accent", "#123456")).status()).isEqualTo(422);
    }

    @Test
    void whatIsWrittenPastTheGateIsPutBack() {
        change(REST, Map.of("jsonKb", 128)).ok();
        try (Console console = gridloom.console()) {
            console.run("config:property-set -p " + REST + " jsonKb 1").ok();
            await(() ->
                    console.run("config:property-list -p " + REST).ok().output().contains("128"));
        }
        assertThat(rest.post("/api/session/password", Map.of("note", "x".repeat(60_000)))
                        .status())
                .isNotEqualTo(413);
    }

    @Test
    void theTagOfACompressedAnswerIsAsGoodAsAnyOther() {
        String tag = rest.with("Accept-Encoding", "gzip")
                .get("/api/settings/" + SECURITY)
                .header("ETag");
        assertThat(tag).contains("gzip");

        rest.with("If-Match", tag)
                .send("PATCH", "/api/settings/" + SECURITY, Map.of("values", Map.of("sessionHours", 10)))
                .ok();
        rest.with("If-Match", tag)
                .send("PATCH", "/api/settings/" + SECURITY, Map.of("values", Map.of("sessionHours", 9)))
                .expect(412);
    }

    private Answer change(String module, Map<String, Object> values) {
        String tag = "\""
                + rest.get("/api/settings/" + module).ok().json().get("version").asText() + "\"";
        return rest.with("If-Match", tag).send("PATCH", "/api/settings/" + module, Map.of("values", values));
    }

    private void reset(String module, String key) {
        Map<String, Object> none = new HashMap<>();
        none.put(key, null);
        change(module, none).ok();
    }

    private JsonNode setting(String module, String key) {
        for (JsonNode setting : rest.get("/api/settings/" + module).ok().json().get("settings")) {
            if (setting.get("key").asText().equals(key)) {
                return setting;
            }
        }
        throw new AssertionError(module + " has no setting " + key);
    }

    /** States of all components with their ids, which are new where a component came anew. */
    private String componentsOf() {
        try (Console console = gridloom.console()) {
            return console.run("scr:list").ok().output();
        }
    }

    private void file(String module, String text) throws IOException {
        Files.writeString(folder.resolve(module + ".cfg"), text);
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(condition);
    }
}
