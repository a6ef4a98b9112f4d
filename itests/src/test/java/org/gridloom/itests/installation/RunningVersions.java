package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.gridloom.itests.harness.Gridloom;

/** Which versions of modules run, as the server says. */
record RunningVersions(Gridloom gridloom) {

    static final String NONE = "none";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** {@link #NONE} for a module that is not there. */
    String of(String feature) {
        return of(feature, overview());
    }

    /** Waits until these run and no change is under way. */
    void await(Map<String, String> versions) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> {
            JsonNode overview = overview();
            assertThat(overview.get("changing").asBoolean()).isFalse();
            versions.forEach((feature, version) ->
                    assertThat(of(feature, overview)).as(feature).isEqualTo(version));
        });
    }

    private JsonNode overview() {
        return gridloom.rest().get("/api/modules").ok().json();
    }

    private static String of(String feature, JsonNode overview) {
        for (JsonNode module : overview.get("modules")) {
            if (module.get("feature").asText().equals(feature)) {
                return module.get("version").asText(NONE);
            }
        }
        return NONE;
    }
}
