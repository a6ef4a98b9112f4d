package org.gridloom.itests.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.gridloom.itests.harness.BootedDistrict;
import org.gridloom.itests.harness.Browser;
import org.gridloom.itests.harness.Browser.Size;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Rest;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Keys;

/** What a district's staff does in the browser in a week, at a desk and on a phone. */
@ExtendWith(BootedDistrict.class)
class StaffWeekIT {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final String YESTERDAY = TODAY.minusDays(1).toString();
    private static final String STREET = "210102021";
    private static final String FILE = "gl-import input[type=file]";
    /** Bytes a second, and how many to send. */
    private static final int SLOW = 20_000;

    private static final int LONG_UPLOAD = 4_000_000;

    private final Gridloom gridloom;
    private final Rest rest;

    @TempDir
    private Path files;

    StaffWeekIT(Gridloom gridloom) {
        this.gridloom = gridloom;
        rest = gridloom.rest();
    }

    @ParameterizedTest
    @EnumSource
    void aWeekOfWorkIsDoneInTheBrowser(Size size) throws IOException {
        try (Browser browser = new Browser(gridloom, size)) {
            browser.open("");
            browser.see("input[autocomplete=username]");
            browser.looksRight("sign-in");
            browser.signIn(gridloom.admin());
            browser.looksRight("first-page");

            findAndOpen(browser);
            appoint(browser, size);
            rename(browser, size);
            move(browser);
            importUnits(browser, size);
            importBoundaries(browser, size);
            cancelAnUpload(browser);
            verifyTheAuditTrail(browser);
            switchLanguage(browser, size);
            signOut(browser);

            assertThat(browser.foreignRequests()).as("requests to other hosts").isEmpty();
            assertThat(browser.requestsSeen()).as("requests at all").isPositive();
        }
    }

    private void findAndOpen(Browser browser) {
        browser.open("#/organization/units");
        browser.type("input[name=q]", "幸福里");
        browser.press(Keys.ENTER);
        browser.click("gl-table tbody a", "幸福里");
        browser.see("h1", "幸福里");
        browser.looksRight("unit");
        browser.clickAny("path.gl-map-area:not(.gl-map-selected)");
        browser.see("h1", "网格");
    }

    private void appoint(Browser browser, Size size) {
        JsonNode community = children(STREET).get(0);
        JsonNode grid = children(code(community)).get(size.ordinal());
        JsonNode person = rest.get("/api/organization/people?unit=" + code(community) + "&size=2")
                .ok()
                .json()
                .get("items")
                .get(size.ordinal());
        String name = person.get("name").asText();
        browser.open("#/organization/units/" + code(grid) + "?tab=posts");
        browser.click("organization-unit-posts section button", "任职");
        browser.fill("人员", name);
        browser.click("[role=option]", name);
        browser.fill("职务", "兼职网格员");
        browser.looksRight("appoint");
        browser.click("dialog form .gl-primary");
        browser.see("body", "已任兼职网格员");
        browser.see("organization-unit-posts", name);
        browser.looksRight("posts");
    }

    private void rename(Browser browser, Size size) {
        String grid = code(children(code(children(STREET).get(3))).get(size.ordinal()));
        String address = "/api/organization/units/" + grid;
        String former = rest.get(address).ok().json().get("name").asText();
        String name = "更名网格" + size.ordinal();
        browser.open("#/organization/units/" + grid);
        browser.see("h1", former);
        browser.click("button", "更名或修改");
        browser.fill("名称", name);
        browser.click("dialog form .gl-primary");
        browser.see("dialog", former + " → " + name);
        browser.looksRight("rename-preview");
        assertThat(rest.get(address).ok().json().get("name").asText()).isEqualTo(former);
        browser.click("dialog button", "确认更名或修改");
        browser.see("h1", name);
        assertThat(rest.get(address).ok().json().get("name").asText()).isEqualTo(name);
    }

    private void move(Browser browser) {
        List<JsonNode> communities = children(STREET);
        JsonNode from = communities.get(1);
        JsonNode to = communities.get(2);
        String former = code(children(code(from)).get(0));
        browser.open("#/organization/units/" + former);
        browser.click("button", "迁移");
        browser.fill("新的上级单元", to.get("name").asText());
        browser.click("[role=option]", code(to));
        browser.click("dialog form .gl-primary");
        browser.see("dialog", "编码变化");
        browser.looksRight("move-preview");
        rest.get("/api/organization/units/" + former).expect(200);
        browser.click("dialog button", "确认迁移");
        browser.see("body", "已迁移");
        String successor =
                rest.get("/api/organization/units/" + former).expect(308).header("Location");
        browser.seeAddress(successor.substring(successor.lastIndexOf('/') + 1));

        String list = "#/organization/units?under=" + code(from);
        browser.open(list + "&asOf=" + YESTERDAY);
        browser.see("gl-table", former);
        browser.open(list);
        browser.see("gl-table", code(from));
        browser.seeNot("gl-table", former);
    }

    /** Spreadsheets in China save GB18030 as often as UTF-8; a file is chosen or dropped. */
    private void importUnits(Browser browser, Size size) throws IOException {
        String code = code(children(STREET).get(3)) + (size == Size.PHONE ? "888" : "777");
        browser.open("#/sheets/import?tab=organization.units");
        browser.upload(FILE, table("faulty.csv", code, "二〇二六年", StandardCharsets.UTF_8));
        browser.see("gl-import", "faulty.csv");
        browser.see("gl-import tbody tr", "2");
        browser.looksRight("import-faulty");
        rest.get("/api/organization/units/" + code).expect(404);
        browser.drop("gl-import .gl-drop", table("right.csv", code, "2026-01-01", Charset.forName("GB18030")));
        browser.see("gl-import", "检查通过");
        browser.looksRight("import-clean");
        rest.get("/api/organization/units/" + code).expect(404);
        browser.click("gl-import .gl-primary");
        browser.see("gl-import", "已导入");
        JsonNode unit = rest.get("/api/organization/units/" + code).ok().json();
        assertThat(unit.get("name").asText()).isEqualTo(nameOf(code));
    }

    /** Each feature is looked at; the unit is the one that was imported, its outline that of a grid beside it. */
    private void importBoundaries(Browser browser, Size size) throws IOException {
        String community = code(children(STREET).get(3));
        String code = community + (size == Size.PHONE ? "888" : "777");
        String outline = rest.get(
                        "/api/organization/units/" + code(children(community).get(0)) + "/boundary")
                .ok()
                .body();
        browser.open("#/organization/units");
        browser.click("a.gl-button", "导入边界");
        browser.upload(FILE, map("faulty.geojson", feature("x", outline), feature(code, "{\"type\":\"Point\"}")));
        browser.see("gl-import", "faulty.geojson");
        if (size == Size.DESKTOP) {
            browser.see("gl-import thead", "要素"); // a phone shows no head of a table
        }
        browser.see("gl-import tbody tr:nth-child(2)", "Polygon");
        browser.looksRight("boundaries-faulty");
        browser.upload(FILE, map("right.geojson", feature(code, outline)));
        browser.see("gl-import", "检查通过");
        rest.get("/api/organization/units/" + code + "/boundary").expect(404);
        browser.click("gl-import .gl-primary");
        browser.see("gl-import", "已导入");
        assertThat(rest.get("/api/organization/units/" + code + "/boundary")
                        .ok()
                        .json())
                .isEqualTo(Rest.JSON.readTree(outline));
    }

    private Path map(String name, String... features) throws IOException {
        String all = String.join(",", features);
        return Files.writeString(files.resolve(name), "{\"type\":\"FeatureCollection\",\"features\":[" + all + "]}");
    }

    private static String feature(String code, String geometry) {
        return "{\"type\":\"Feature\",\"properties\":{\"code\":\"" + code + "\"},\"geometry\":" + geometry + "}";
    }

    private void cancelAnUpload(Browser browser) throws IOException {
        String code = code(children(STREET).get(3)) + "666";
        String padding = "\n".repeat(LONG_UPLOAD);
        Path file = table("long.csv", code, "2026-01-01", StandardCharsets.UTF_8);
        Files.writeString(file, padding, StandardOpenOption.APPEND);
        browser.open("#/sheets/import?tab=organization.units");
        browser.see("gl-import .gl-drop");
        browser.uploadsAtMost(SLOW);
        browser.upload(FILE, file);
        browser.see("gl-import", "正在上传");
        browser.looksRight("import-sending");
        browser.click("gl-import .gl-progress button", "取消");
        browser.seeNot("gl-import progress");
        browser.uploadsAtMost(Browser.UNLIMITED);
        browser.seeNot("gl-import .gl-alert");
        browser.upload(FILE, table("again.csv", code, "2026-01-01", StandardCharsets.UTF_8));
        browser.see("gl-import", "检查通过");
        rest.get("/api/organization/units/" + code).expect(404);
    }

    private void verifyTheAuditTrail(Browser browser) {
        browser.open("#/events/audit");
        browser.click(".gl-head button", "校验");
        browser.see("dialog .gl-alert[data-kind=good]", "审计记录：完整");
        browser.see("dialog .gl-alert[data-kind=good]", "事件日志：完整");
        browser.looksRight("audit-verified");
        browser.press(Keys.ESCAPE);
        browser.seeNot("dialog");
    }

    private Path table(String name, String code, String from, Charset charset) throws IOException {
        String parent = code.substring(0, code.length() - 3);
        String row = String.join(",", code, parent, "grid", nameOf(code), from);
        return Files.writeString(files.resolve(name), "编码,上级编码,层级,名称,起始日期\n" + row + "\n", charset);
    }

    private static String nameOf(String code) {
        return "试验网格" + code;
    }

    private void switchLanguage(Browser browser, Size size) {
        browser.open("#/organization/units");
        browser.see("h1", "区域单元");
        openMenu(browser, size);
        browser.click("button[lang=en]");
        browser.see("main button, main a", "Import");
        browser.looksRight("english");
        openMenu(browser, size);
        browser.click("button[lang=zh-CN]");
        browser.see("h1", "区域单元");
    }

    /** On a phone, language and menu are in a drawer. */
    private static void openMenu(Browser browser, Size size) {
        if (size == Size.PHONE) {
            browser.click("header button[aria-label]");
        }
    }

    private void signOut(Browser browser) {
        browser.click("details.gl-user summary");
        browser.click("details.gl-user button", "退出登录");
        browser.see("input[autocomplete=current-password]");
        browser.open("#/organization/units");
        browser.see("input[autocomplete=current-password]");
    }

    private List<JsonNode> children(String unit) {
        return rest.all("/api/organization/units?parent=" + unit);
    }

    private static String code(JsonNode unit) {
        return unit.get("code").asText();
    }
}
