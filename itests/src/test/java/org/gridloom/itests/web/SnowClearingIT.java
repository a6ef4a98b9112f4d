package org.gridloom.itests.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gridloom.itests.harness.Accounts;
import org.gridloom.itests.harness.BootedDistrict;
import org.gridloom.itests.harness.Browser;
import org.gridloom.itests.harness.Browser.Size;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Gridloom.Login;
import org.gridloom.itests.harness.Modules;
import org.gridloom.itests.harness.Rest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A vendor's module in the browser: its pages, and what it puts into the organisation's. */
@ExtendWith(BootedDistrict.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SnowClearingIT {

    private static final String STREET = "210102021";
    private static final Path KAR = Path.of(System.getProperty("gridloom.snow.kar"));
    private static final Path SAMPLE = Path.of("..", "sdk", "samples", "snow-clearing", "sample");

    private final Gridloom gridloom;

    SnowClearingIT(Gridloom gridloom) {
        this.gridloom = gridloom;
    }

    @BeforeAll
    void install() throws Exception {
        new Modules(gridloom).install(KAR);
        Rest csv = gridloom.rest().with("Content-Type", "text/csv");
        for (String list : List.of("teams", "call-outs")) {
            csv.post("/api/sheets/snow." + list + "/import", Files.readString(SAMPLE.resolve(list + ".csv")))
                    .ok();
        }
    }

    @AfterAll
    void uninstall() {
        new Modules(gridloom).uninstall("snow-clearing");
    }

    @ParameterizedTest
    @EnumSource
    void aCallOutIsOrderedAndDone(Size size) {
        String number = "WEB-" + size.ordinal();
        try (Browser browser = new Browser(gridloom, size)) {
            browser.open("").signIn(gridloom.admin());
            browser.open("#/snow/call-outs?unit=" + STREET);
            browser.see("gl-table", "CX-0001");
            browser.looksRight("snow-call-outs");
            browser.click("main button", "下达出动");
            browser.fill("单号", number);
            browser.fill("队伍", "街道除雪一队");
            browser.looksRight("snow-order");
            browser.click("dialog form .gl-primary");
            browser.see("gl-table", number);
            browser.open("#/snow/teams");
            browser.see("gl-table", "街道除雪二队");
            browser.looksRight("snow-teams");
        }
        Rest rest = gridloom.rest();
        String tag = rest.get("/api/snow/call-outs/" + number).ok().header("ETag");
        rest.with("If-Match", tag)
                .post("/api/snow/call-outs/" + number + "/done", Map.of("hours", 1))
                .ok();
    }

    @Test
    void theUnitHasAPanelAndTheListAColumn() {
        try (Browser browser = new Browser(gridloom, Size.DESKTOP)) {
            browser.open("").signIn(gridloom.admin());
            browser.open("#/organization/units/" + STREET);
            browser.see("snow-unit", "今年已完成出动");
            browser.looksRight("snow-panel");
            browser.open("#/organization/units?parent=210102");
            browser.see("gl-table th", "待出动除雪");
            browser.see("snow-ordered", "1");
            browser.looksRight("snow-column");
            assertThat(browser.foreignRequests()).isEmpty();
        }
    }

    @Test
    void whoHasNoPermissionIsOfferedNothing() {
        Accounts accounts = new Accounts(gridloom);
        Login stranger = accounts.create(
                "snow-stranger", STREET, accounts.role("snow-stranger", List.of("organization.unit.read")));
        try (Browser browser = new Browser(gridloom, Size.DESKTOP)) {
            browser.open("").signIn(stranger);
            browser.see("nav.gl-menu", "区域单元");
            browser.seeNot("nav.gl-menu", "除雪");
            browser.open("#/snow/call-outs");
            browser.see("h1", "没有这个页面");
            browser.open("#/organization/units/" + STREET);
            browser.see("gl-figure");
            browser.seeNot("snow-unit");
        }
    }
}
