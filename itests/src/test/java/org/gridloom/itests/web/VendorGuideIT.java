package org.gridloom.itests.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gridloom.itests.harness.BootedDistrict;
import org.gridloom.itests.harness.Browser;
import org.gridloom.itests.harness.Browser.Size;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Guide;
import org.gridloom.itests.harness.Guide.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code docs/vendor-guide.md} tells a developer to type works as it says, in its order: the archetype's bundle is generated,
 * builds, passes and is deployed, and its page opens. Maven works offline, with what the build of Gridloom itself has.
 */
@ExtendWith(BootedDistrict.class)
class VendorGuideIT {

    private static final Path GUIDE = Path.of("..", "docs", "vendor-guide.md");
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String AWAY = "module:uninstall";

    private final Gridloom gridloom;

    @TempDir
    private Path folder;

    VendorGuideIT(Gridloom gridloom) {
        this.gridloom = gridloom;
    }

    @Test
    void eachBlockRunsAsThePageSays() throws Exception {
        Files.writeString(
                Files.createDirectories(folder.resolve(".mvn")).resolve("maven.config"), "--offline\n--batch-mode\n");
        Guide guide = new Guide(
                Guide.read(GUIDE),
                folder,
                Map.of("MAVEN_OPTS", "-Dmaven.repo.local=" + System.getProperty("gridloom.maven.repository")),
                this::here);
        List<Step> steps = guide.steps();
        assertThat(steps).hasSizeGreaterThan(10);
        assertThat(steps.get(0).command())
                .contains("-DarchetypeVersion=" + System.getProperty("gridloom.version") + " ");
        try (Console console = gridloom.console();
                Browser browser = new Browser(gridloom, Size.DESKTOP)) {
            browser.open("").signIn(gridloom.admin());
            browser.run("window.untouched = true");
            for (Step step : steps) {
                if (step.command().startsWith(AWAY)) {
                    thePageIsThere(browser);
                }
                guide.run(step, console, PATIENCE);
            }
            browser.seeNot("nav.gl-menu a", "失物招领");
        }
        assertThat(steps).last().satisfies(step -> assertThat(step.command()).startsWith(AWAY));
    }

    private static void thePageIsThere(Browser browser) {
        browser.click("nav.gl-menu a", "失物招领");
        browser.see("h1", "失物招领");
        browser.see("gl-table", "雨伞");
        browser.looksRight("vendor-guide");
        assertThat(browser.run("return window.untouched")).as("no reload").isEqualTo(true);
    }

    /** The page's places, as they are here. */
    private String here(String text) {
        return text.replace("file:com.example", folder.toUri() + "com.example")
                .replace("/var/lib/gridloom", gridloom.data().toString())
                .replace("127.0.0.1:8181", "127.0.0.1:" + gridloom.httpPort());
    }
}
