package org.gridloom.itests.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridloom.itests.harness.Accounts;
import org.gridloom.itests.harness.BootedDistrict;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Gridloom.Login;
import org.gridloom.itests.harness.Rest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Training in the demo district: the published figures, and a session from the plan to its record. */
@ExtendWith(BootedDistrict.class)
class TrainingIT {

    private static final String STREET = "210102021";
    private static final String READ = "training.session.read";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private final Gridloom gridloom;
    private final Rest rest;

    TrainingIT(Gridloom gridloom) {
        this.gridloom = gridloom;
        this.rest = gridloom.rest();
    }

    @Test
    void theFiguresAreThePublishedOnesAndComeOutOfRecords() {
        Map<String, Integer> published = Map.of("training.sessions", 151, "training.attendances", 5888);
        published.forEach((code, value) -> {
            JsonNode figure = rest.get("/api/figures?unit=210102&asOf=2026-11-01&codes=" + code)
                    .ok()
                    .json()
                    .get("items")
                    .get(0);
            assertThat(figure.get("value").asInt()).isEqualTo(value);
            assertThat(rest.get(figure.get("drillDown").asText() + "&size=1")
                            .ok()
                            .json()
                            .get("total")
                            .asInt())
                    .isEqualTo(value);
        });
    }

    @Test
    void aSessionIsPlannedOpenedFilledHeldAndRecorded() {
        Map<String, Object> draft = Map.of(
                "number",
                "IT-1",
                "title",
                "停车管理中的协商",
                "topic",
                "deliberation",
                "format",
                "role-play",
                "unit",
                STREET,
                "heldOn",
                "2026-03-05",
                "capacity",
                1);
        String key = "training-it-1";
        JsonNode planned = rest.with("Idempotency-Key", key)
                .post("/api/training/sessions", draft)
                .expect(201)
                .json();
        assertThat(rest.with("Idempotency-Key", key)
                        .post("/api/training/sessions", draft)
                        .expect(201)
                        .json()
                        .get("id"))
                .isEqualTo(planned.get("id"));
        String session = "/api/training/sessions/" + planned.get("id").asText();
        List<JsonNode> workers = rest.all("/api/organization/posts?kind=community-worker&unit=" + STREET);
        String first = workers.get(0).get("person").asText();
        String second = workers.get(1).get("person").asText();

        act(session, "announce");
        enrol(planned, first).expect(201);
        enrol(planned, second).expect(409);
        act(session, "hold");
        rest.post(session + "/attendances", Map.of("person", first, "score", 91))
                .ok();
        rest.with("Content-Type", "text/csv")
                .post(session + "/attendances/import", "培训签到\n序号,人员编号,姓名,签到时间,成绩\n1," + second + ",某人,8:50,88\n")
                .ok();

        assertThat(rest.get(session).ok().json().get("attended").asInt()).isEqualTo(2);
        try (Console console = gridloom.console()) {
            assertThat(console.run("training:attendance-list --session "
                                    + planned.get("id").asText())
                            .ok()
                            .output())
                    .contains(first, second, "attended");
            assertThat(console.run("training:coverage " + STREET).ok().output()).contains("deliberation");
        }
        rest.put(session, draft).expect(428);
    }

    @Test
    void whoIsEnrolledInASessionThatIsNearIsToldOnce() {
        Login login = login("training-worker", READ);
        Rest worker = gridloom.anonymous().as(login.username(), login.password());
        String person = person(login);
        Map<String, Object> draft = new HashMap<>(Map.of(
                "number", "IT-2",
                "title", "冬季除雪动员",
                "topic", "mass-work",
                "format", "lecture",
                "unit", STREET,
                "heldOn", TODAY.plusDays(1).toString()));
        JsonNode planned =
                rest.post("/api/training/sessions", draft).expect(201).json();
        String session = "/api/training/sessions/" + planned.get("id").asText();
        act(session, "announce");

        enrol(planned, person).expect(201);

        await().atMost(SOON).untilAsserted(() -> assertThat(near(worker)).hasSize(1));
        JsonNode notice = near(worker).get(0);
        assertThat(notice.get("link").asText())
                .isEqualTo("#/training/sessions/" + planned.get("id").asText());
        act(session, "cancel");
        assertThat(near(worker)).isEmpty();
    }

    @Test
    void theHolderOfACertificateThatEndsAndWhoKeepsTrainingThereAreToldOnce() {
        Login holder = login("training-holder", READ);
        Login keeper = login("training-keeper", READ, "training.session.edit");
        String programme =
                rest.all("/api/training/programmes").get(0).get("code").asText();
        String table = "证书编号,培训项目编码,人员编号,颁发日期,有效期至\nIT-ENDING,%s,%s,%s,%s\n"
                .formatted(programme, person(holder), TODAY.minusDays(90), TODAY.plusDays(10));
        rest.with("Content-Type", "text/csv")
                .post("/api/sheets/training.certificates/import", table)
                .ok();
        runJobs("training.reminderPlanning");

        for (Login told : List.of(holder, keeper)) {
            Rest theirs = gridloom.anonymous().as(told.username(), told.password());
            await().atMost(SOON).untilAsserted(() -> {
                runJobs("training.certificateReminder");
                assertThat(notices(theirs, "training.certificate.ending"))
                        .singleElement()
                        .satisfies(notice ->
                                assertThat(notice.get("subject").asText()).contains("IT-ENDING"));
            });
        }
        assertThat(rest.all("/api/audit?action=training.certificate.reminded"))
                .filteredOn(entry -> entry.toString().contains("IT-ENDING"))
                .hasSize(1);
    }

    private Login login(String name, String... permissions) {
        Accounts accounts = new Accounts(gridloom);
        return accounts.create(name, STREET, accounts.role(name, List.of(permissions)));
    }

    private String person(Login login) {
        return rest.post("/api/organization/people", Map.of("name", "某甲", "unit", STREET, "account", login.username()))
                .expect(201)
                .json()
                .get("code")
                .asText();
    }

    private static List<JsonNode> near(Rest rest) {
        return notices(rest, "training.session.near");
    }

    private static List<JsonNode> notices(Rest rest, String kind) {
        return rest.all("/api/notices").stream()
                .filter(notice -> notice.get("kind").asText().equals(kind))
                .toList();
    }

    /** Now, whatever the hour at which they are due. */
    private void runJobs(String name) {
        rest.all("/api/jobs?name=" + name)
                .forEach(job -> rest.post("/api/jobs/" + job.get("id").asText() + "/run", Map.of()));
    }

    @Test
    void aSheetThatNamesItsSessionAboveItsHeadersIsTaken() {
        String person = rest.all("/api/training/attendances?state=attended&unit=" + STREET)
                .get(0)
                .get("person")
                .asText();
        JsonNode session = rest.all("/api/training/sessions?state=held").stream()
                .filter(held -> rest.all("/api/training/attendances?session="
                                + held.get("id").asText() + "&person=" + person)
                        .isEmpty())
                .findFirst()
                .orElseThrow();
        String table = "社区书记培训签到表,\n期次：第%s期  主题：议事规则,\n人员编号,成绩\n%s,90\n";

        Rest sheets = rest.with("Content-Type", "text/csv");
        assertThat(sheets.post("/api/sheets/training.attendances/import?dryRun=true", table.formatted("无此期", person))
                        .ok()
                        .json()
                        .at("/violations/0/row")
                        .asInt())
                .isEqualTo(2);
        JsonNode report = sheets.post(
                        "/api/sheets/training.attendances/import?dryRun=true",
                        table.formatted(session.get("number").asText(), person))
                .ok()
                .json();

        assertThat(report.get("created").asInt()).isEqualTo(1);
    }

    @Test
    void coverageIsSortedAndPagedAsAsked() {
        String people = "/api/training/coverage/people?unit=210102&size=5";
        JsonNode longest = rest.get(people + "&sort=last").ok().json();
        JsonNode latest = rest.get(people + "&sort=-last").ok().json();

        assertThat(latest.get("total")).isEqualTo(longest.get("total"));
        assertThat(latest.at("/items/0/last").asText())
                .isGreaterThan(longest.at("/items/0/last").asText("0"));
        assertThat(rest.get(people + "&page=1").ok().json().at("/items/0")).isNotEqualTo(longest.at("/items/0"));
        rest.get(people + "&sort=phone").expect(422);
    }

    @Test
    void aTrainersWholeWorkIsDoneOnTheConsole() {
        List<String> people = rest.all("/api/organization/posts?kind=community-worker&unit=" + STREET).stream()
                .map(post -> post.get("person").asText())
                .skip(2)
                .limit(2)
                .toList();
        try (Console console = gridloom.console()) {
            catalogueOnTheConsole(console);
            String id = number(
                    console,
                    "session-plan IT-C 停车管理专题 " + STREET + " --topic deliberation --format lecture --on " + TODAY
                            + " --programme IT-PX --studio IT-GZZ --trainers IT-JS --capacity 2",
                    "已计划 IT-C,编号 ");
            assertPrinted(
                    console, "session-list --unit " + STREET + " --text IT-C", "IT-C .*deliberation.*lecture.*planned");
            assertPrinted(console, "session-change " + id + " --title 停车协商专题 --trainers \"\"", "已变更 IT-C");
            assertPrinted(console, "session-act " + id + " announce", "IT-C:open");
            number(console, "enrol " + id + " " + people.get(0), "已报名,编号 ");
            String second = number(console, "enrol " + id + " " + people.get(1), "已报名,编号 ");
            assertPrinted(console, "withdraw " + second + " --reason 有事", "已撤销报名");
            assertPrinted(console, "session-act " + id + " hold", "IT-C:held");
            assertPrinted(console, "attend " + id + " " + people.get(0) + " --score 92", "已记录:attended");
            assertPrinted(console, "attend " + id + " " + people.get(1) + " --absent", "已记录:absent");
            assertPrinted(console, "attendance-list --session " + id, people.get(0) + ".*attended +92");
            assertPrinted(console, "attendance-list --session " + id, people.get(1) + ".*absent");
            assertPrinted(console, "session-show " + id, "IT-C +停车协商专题.*held +2 +2 +1");
            assertPrinted(console, "session-show " + id, "(?s)announce.*hold");
            certificatesOnTheConsole(console, people.get(0));
            assertPrinted(console, "coverage " + STREET, "deliberation +community-worker +\\d+ +\\d+ +\\d+\\.\\d");
            assertPrinted(console, "coverage " + STREET, "deliberation +合计 +\\d+ +\\d+ +\\d+\\.\\d");
        }
    }

    private void catalogueOnTheConsole(Console console) {
        assertPrinted(
                console,
                "programme-create IT-PX 协商能力 " + STREET + " --sessions 1 --pass-score 60 --months 24",
                "已登记 IT-PX");
        assertPrinted(console, "programme-list --unit " + STREET, "IT-PX +协商能力");
        assertPrinted(console, "studio-create IT-GZS 某书记工作室 " + STREET, "已登记 IT-GZS");
        assertPrinted(console, "studio-create IT-GZZ 某工作站 " + STREET + " --kind station --parent IT-GZS", "已登记 IT-GZZ");
        assertPrinted(console, "studio-list --unit " + STREET + " --text IT-GZ", "IT-GZZ +某工作站.*station");
        assertPrinted(console, "trainer-create IT-JS 某教员 " + STREET + " --affiliation 区委党校", "已登记 IT-JS");
        assertPrinted(console, "trainer-list --unit " + STREET + " --text IT-JS", "IT-JS +某教员");
        assertPrinted(console, "programme-change IT-PX --months 0 --note 每季度", "已变更 IT-PX");
        assertPrinted(console, "studio-change IT-GZZ --name 某驻街道工作站", "已变更 IT-GZZ");
        assertPrinted(console, "trainer-change IT-JS --affiliation \"\" --expertise 议事规则", "已变更 IT-JS");
        JsonNode programme = rest.get("/api/training/programmes/IT-PX").ok().json();
        assertThat(programme.get("certificateMonths").isNull()).isTrue();
        assertThat(programme.get("passScore").asInt()).isEqualTo(60);
        assertPrinted(console, "programme-change IT-PX --months 24", "已变更 IT-PX");
        assertThat(rest.get("/api/training/studios/IT-GZZ").ok().body()).contains("某驻街道工作站", "IT-GZS");
        JsonNode trainer = rest.get("/api/training/trainers/IT-JS").ok().json();
        assertThat(trainer.get("affiliation").isNull()).isTrue();
        assertThat(trainer.get("expertise").asText()).isEqualTo("议事规则");
    }

    private static void certificatesOnTheConsole(Console console, String person) {
        assertPrinted(console, "certify IT-PX", "已颁发 1 张证书");
        String list = "certificate-list --programme IT-PX";
        assertPrinted(console, list, "IT-PX +" + person);
        String certificate = run(console, list + " --no-format")
                .lines()
                .findFirst()
                .orElseThrow()
                .split("\t")[0];
        assertPrinted(console, "certificate-revoke " + certificate + " --reason 有误", "已撤销 ");
        assertPrinted(console, list, person + ".*" + TODAY.getYear() + "-.*" + TODAY);
    }

    private static String run(Console console, String command) {
        return console.run("training:" + command).ok().output();
    }

    private static void assertPrinted(Console console, String command, String pattern) {
        assertThat(run(console, command)).as(command).containsPattern(pattern);
    }

    /** The number that a command prints behind these words. */
    private static String number(Console console, String command, String words) {
        String output = run(console, command);
        assertThat(output).as(command).contains(words);
        return output.substring(output.indexOf(words) + words.length()).strip();
    }

    @Test
    void coverageIsToldByTopicAndPostAndEachNumberHasItsPeople() {
        List<JsonNode> topics = new ArrayList<>();
        rest.get("/api/training/coverage?unit=" + STREET).ok().json().forEach(topics::add);
        assertThat(topics).hasSize(3);
        for (JsonNode topic : topics) {
            assertThat(topic.get("posts").findValuesAsText("kind"))
                    .containsExactly("community-secretary", "branch-secretary", "community-worker");
            assertListed(topic, "topic=" + topic.get("topic").asText());
            topic.get("posts")
                    .forEach(post -> assertListed(
                            post,
                            "topic=" + topic.get("topic").asText() + "&kind="
                                    + post.get("kind").asText()));
        }
        assertThat(rest.get("/api/sheets/training.coverage/export?format=csv&unit=" + STREET)
                        .ok()
                        .body()
                        .lines())
                .hasSize(1 + 3 * 4)
                .anyMatch(line -> line.startsWith("议事规则,社区工作者,"));
    }

    private void assertListed(JsonNode share, String filter) {
        String people = "/api/training/coverage/people?size=1&unit=" + STREET + "&" + filter;
        assertThat(rest.get(people).ok().json().get("total")).as(filter).isEqualTo(share.get("audience"));
        assertThat(rest.get(people + "&covered=true").ok().json().get("total"))
                .as(filter)
                .isEqualTo(share.get("covered"));
    }

    @Test
    void theSheetOfASessionOfThePackIsExportedAndImportedAgain() {
        JsonNode session = rest.all("/api/training/sessions?state=held&to=2026-10-31&unit=" + STREET)
                .get(0);
        String id = session.get("id").asText();
        String sheet = rest.get("/api/sheets/training.attendances/export?format=csv&session=" + id)
                .ok()
                .body();

        assertThat(sheet.lines())
                .contains(
                        "期次：," + session.get("number").asText(),
                        "主题：," + session.get("title").asText());
        for (String path : List.of(
                "/api/training/sessions/" + id + "/attendances/import", "/api/sheets/training.attendances/import")) {
            JsonNode report = rest.with("Content-Type", "text/csv")
                    .post(path + "?dryRun=true", sheet)
                    .ok()
                    .json();
            assertThat(report.get("violations")).isEmpty();
            assertThat(report.get("unchanged")).isEqualTo(session.get("attended"));
        }
    }

    private Rest.Answer enrol(JsonNode session, String person) {
        return rest.post(
                "/api/training/attendances", Map.of("session", session.get("id").asLong(), "person", person));
    }

    private void act(String session, String action) {
        String version =
                rest.get(session).ok().json().get("progress").get("version").asText();
        rest.with("If-Match", '"' + version + '"')
                .post(session + "/actions/" + action, Map.of("reason", "测试"))
                .ok();
    }
}
