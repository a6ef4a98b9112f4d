package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Rest;

/**
 * What a module shows of itself: all of it while it is there, none once it is gone.
 *
 * @param bundle also the name of its settings
 * @param command that lists something
 * @param page a page's file below {@code ui/}
 * @param path of its REST resources
 */
record Footprint(String bundle, String command, String permission, String figure, String page, String path) {

    static final Footprint TRAINING = new Footprint(
            "org.gridloom.training",
            "training:programme-list",
            "training.session.read",
            "training.sessions",
            "programmes.js",
            "/api/training/programmes");
    static final Footprint SNOW = new Footprint(
            "com.example.snow", "snow:team-list", "snow.call-out.read", "snow.callOuts", "teams.js", "/api/snow/teams");

    /** @param words what its page says, and what it must not say */
    void assertThere(Gridloom gridloom, Console console, String words, boolean says) {
        Rest rest = gridloom.rest();
        rest.get(path).ok();
        console.run(command).ok();
        assertThat(rest.get("/api/permissions").ok().json().findValuesAsText("code"))
                .contains(permission);
        assertThat(figures(rest)).contains(figure);
        assertThat(rest.get("/api/settings").ok().json().findValuesAsText("bundle"))
                .contains(bundle);
        assertThat(rest.get("/api/openapi.json").ok().body()).contains(path.substring("/api".length()) + '"');
        String text = rest.get(base(rest) + page).ok().body();
        assertThat(text.contains(words)).as(text).isEqualTo(says);
    }

    void assertGone(Gridloom gridloom, Console console) {
        Rest rest = gridloom.rest();
        rest.get(path).expect(404);
        assertThat(console.run(command).refused().output()).contains("Command not found");
        assertThat(rest.get("/api/permissions").ok().json().findValuesAsText("code"))
                .isNotEmpty()
                .doesNotContain(permission);
        assertThat(figures(rest)).isNotEmpty().doesNotContain(figure);
        assertThat(rest.get("/api/settings").ok().json().findValuesAsText("bundle"))
                .isNotEmpty()
                .doesNotContain(bundle);
        assertThat(rest.get("/api/openapi.json").ok().body()).doesNotContain(path.substring("/api".length()) + '"');
        assertThat(base(rest)).isNull();
    }

    private static List<String> figures(Rest rest) {
        return rest.get("/api/figures").ok().json().get("items").findValuesAsText("code");
    }

    /** Where its files are; null for a module without pages. */
    private String base(Rest rest) {
        for (JsonNode module : rest.get("/api/ui").ok().json().get("modules")) {
            if (bundle.endsWith("." + module.get("name").asText())) {
                return module.get("base").asText();
            }
        }
        return null;
    }
}
