package org.gridloom.itests.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** A street's training from the plan to the coverage, as its staff does it at a desk and on a phone. */
@ExtendWith(BootedDistrict.class)
class TrainingDayIT {

    private static final String STREET = "210102021";
    private static final String SUBMIT = "dialog form .gl-primary";
    private static final String STEPS = "gl-actions button";
    private static final String PLACES = "training-places gl-table tbody tr";
    private static final String TABS = "[role=tab]";

    private final Gridloom gridloom;
    private final Rest rest;

    @TempDir
    private Path files;

    TrainingDayIT(Gridloom gridloom) {
        this.gridloom = gridloom;
        rest = gridloom.rest();
    }

    @ParameterizedTest
    @EnumSource
    void aSessionIsPlannedFilledHeldAndRecordedInTheBrowser(Size size) throws IOException {
        List<JsonNode> workers = rest.all("/api/organization/posts?kind=community-worker&unit=" + STREET).stream()
                .skip(20L + 3L * size.ordinal())
                .limit(3)
                .toList();
        String title = "停车协商演练 " + size;
        try (Browser browser = new Browser(gridloom, size)) {
            browser.open("").signIn(gridloom.admin());
            plan(browser, "WEB-" + size, title);
            step(browser, "开放报名");
            enrol(browser, workers.subList(0, 2));
            step(browser, "确认举办");
            mark(browser);
            readTheSignInSheet(browser, workers);
            see(browser, size, title);
            theyAreCovered(browser, workers);
            assertThat(browser.foreignRequests()).isEmpty();
        }
    }

    private void plan(Browser browser, String number, String title) {
        JsonNode words = rest.get("/api/training/vocabulary").ok().json();
        browser.open("#/training/sessions");
        browser.click("main button", "计划一期培训");
        browser.fill("期次", number);
        browser.fill("主题", title);
        browser.fill("内容", name(words.get("topics"), "deliberation"));
        browser.fill("形式", name(words.get("formats"), "role-play"));
        browser.fill("举办单元", STREET);
        browser.click("[role=option]", STREET);
        browser.looksRight("training-plan");
        browser.click(SUBMIT);
        browser.see("h1", title);
        browser.looksRight("training-session");
    }

    private static void step(Browser browser, String name) {
        browser.click(STEPS, name);
        browser.click(SUBMIT);
        browser.seeNot(STEPS, name);
    }

    private static void enrol(Browser browser, List<JsonNode> workers) {
        browser.click(TABS, "参训人员");
        for (JsonNode worker : workers) {
            browser.click("training-places button", "报名");
            browser.fill("姓名", person(worker));
            browser.click("[role=option]", name(worker));
            browser.click(SUBMIT);
            browser.see(PLACES, name(worker));
        }
        browser.looksRight("training-places");
    }

    /** One came, the other did not. */
    private static void mark(Browser browser) {
        browser.click(PLACES + " button", "到会");
        browser.see(PLACES, "已参训");
        browser.click(PLACES + " button", "缺席");
        browser.seeNot(PLACES + " button", "缺席");
        browser.looksRight("training-marked");
    }

    /** With the score of one who came, and another one who came without having been expected. */
    private void readTheSignInSheet(Browser browser, List<JsonNode> workers) throws IOException {
        String sheet = "培训签到表\n序号,人员编号,姓名,签到时间,成绩\n1,%s,%s,8:50,88\n2,%s,%s,8:55,%s\n";
        JsonNode first = workers.get(0);
        JsonNode third = workers.get(2);
        browser.click("training-places button", "导入签到表");
        browser.upload(
                "dialog gl-import input[type=file]",
                Files.writeString(
                        files.resolve("faulty.csv"),
                        sheet.formatted(person(first), name(first), person(third), name(third), "高")));
        browser.see("dialog gl-import tbody tr", "成绩");
        browser.looksRight("training-sheet-faulty");
        browser.upload(
                "dialog gl-import input[type=file]",
                Files.writeString(
                        files.resolve("right.csv"),
                        sheet.formatted(person(first), name(first), person(third), name(third), "90")));
        browser.see("dialog gl-import", "检查通过");
        browser.click("dialog gl-import .gl-primary");
        browser.see("body", "新增 1，更新 1");
        browser.see(PLACES, name(third));
        browser.see(PLACES, "88");
        browser.looksRight("training-recorded");
    }

    private static void see(Browser browser, Size size, String title) {
        browser.click(TABS, "基本情况");
        browser.see("training-session .gl-facts", "情景模拟");
        browser.click(TABS, "办理过程");
        browser.see("gl-timeline", "确认举办");
        browser.looksRight("training-steps");
        browser.open("#/training/attendances?unit=" + STREET);
        browser.see("gl-table", title);
        if (size == Size.DESKTOP) {
            browser.open("#/training/sessions?unit=" + STREET);
            browser.see("gl-table tbody tr", title);
        }
    }

    private void theyAreCovered(Browser browser, List<JsonNode> workers) {
        String covered = "/api/training/coverage/people?topic=deliberation&covered=true&unit=" + STREET;
        List<String> people = rest.all(covered).stream()
                .map(person -> person.get("person").asText())
                .toList();
        assertThat(people).contains(person(workers.get(0)), person(workers.get(2)));
        browser.open("#/training/coverage?unit=" + STREET + "&topic=deliberation&covered=true");
        browser.see("gl-table tbody tr", "已覆盖");
        browser.looksRight("training-coverage");
    }

    private static String name(JsonNode terms, String code) {
        for (JsonNode term : terms) {
            if (term.get("code").asText().equals(code)) {
                return term.get("name").asText();
            }
        }
        throw new AssertionError("No word " + code + " in " + terms);
    }

    private static String name(JsonNode worker) {
        return worker.get("personName").asText();
    }

    private static String person(JsonNode worker) {
        return worker.get("person").asText();
    }
}
