package org.gridloom.platform.rest.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gridloom.platform.rest.internal.server.TestServer.Answer;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.unit.UnitScope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestServerTest {

    private static final String ENGLISH = "en";

    @RegisterExtension
    static final TestDatabase DB = TestDatabase.of();

    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new TestServer(DB.clock()).with(DB.access()).with(DB.platform(), DB.access());
        var bundle = server.bundle("org.gridloom.points", null);
        server.start();
        server.register(bundle, new NotesResource());
        server.settle();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @BeforeEach
    void signIn() {
        DB.access().signIn("tester");
        server.with(DB.access());
    }

    @Test
    void aTextComesInTheLanguageAskedForAndChineseOtherwise() throws Exception {
        assertThat(server.get("/api/points/notes/shown").json().path("label").asText())
                .isEqualTo("标签");
        Answer english = server.get("/api/points/notes/shown", "Accept-Language", "en-GB,en;q=0.9,zh;q=0.1");
        assertThat(english.json().path("label").asText()).isEqualTo("Label");
        assertThat(english.header("Content-Language")).isEqualTo(ENGLISH);
        assertThat(server.get("/api/points/notes/shown", "Accept-Language", "fr, zh-TW")
                        .header("Content-Language"))
                .isEqualTo("zh-CN");
    }

    @Test
    void datesAreIso() throws Exception {
        assertThat(server.get("/api/points/notes/shown").body())
                .contains("\"day\":\"2026-01-31\"", "\"at\":\"2026-01-31T00:30:00Z\"");
    }

    @Test
    void everyAnswerNamesItsRequestAndIsNeitherCachedNorSniffed() throws Exception {
        Answer answer = server.get("/api/points/notes/shown");

        assertThat(answer.header("X-Request-Id")).isNotBlank();
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"titel\":\"x\"} | titel | No such field; there are: at, count, day, kind, open, parts, title",
                "{\"count\":\"1\"} | count | Must be a whole number",
                "{\"count\":1.5} | count | Must be a whole number",
                "{\"title\":5} | title | Must be text (in double quotes)",
                "{\"open\":\"yes\"} | open | Must be true or false",
                "{\"day\":\"31.1.2026\"} | day | Must be a date, as in 2026-01-31",
                "{\"at\":\"2026-01-31\"} | at | Must be a time with zone, as in 2026-01-31T08:30:00+08:00",
                "{\"kind\":\"STREET_NOTE\"} | kind | Must be one of: street-note, grid-note",
                "{\"kind\":0} | kind | Must be one of: street-note, grid-note",
                "{\"parts\":{}} | parts | Must be a list […]",
                "{\"title\":\"a\\u0000\"} | title | Has a character that cannot be kept",
                "{\"title\":\"\\ud800\"} | title | Has a character that cannot be kept",
                "{\"parts\":[{\"unit\":\"\\udc00\",\"weight\":1}]} | parts[0].unit | Has a character that cannot be kept",
                "{\"day\":\"+10000-01-01\"} | day | Must be a date, as in 2026-01-31",
                "{\"at\":\"-0001-01-01T00:00:00Z\"} | at | Must be a time with zone, as in 2026-01-31T08:30:00+08:00",
                "{\"parts\":[{\"unit\":\"1\",\"weight\":1},{\"weight\":null}]} | parts[1].weight | Is required",
                "{\"parts\":[{\"unit\":\"1\"}]} | parts[0].weight | Is required",
                "[] | $ | Must be an object {…}",
                "{\"parts\":[5]} | parts[0] | Must be an object {…}",
            })
    void aFieldThatDoesNotFitIsNamedWithWhatIsAllowed(String body, String field, String message) throws Exception {
        Answer answer = server.post("/api/points/notes", body, "Accept-Language", ENGLISH);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.violation()).isEqualTo(field + ": " + message);
        assertThat(answer.json().path("violations").path(0).has("row")).isFalse();
        assertThat(answer.json().path("instance").asText()).isEqualTo(answer.header("X-Request-Id"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\": | (line 1, column",
                "{\"title\":\"a\",} | (line 1, column",
                "{} {} | trailing",
                "'' | no body",
            })
    void whatIsNoJsonIsMalformed(String body, String detail) throws Exception {
        Answer answer = server.post("/api/points/notes", body, "Accept-Language", ENGLISH);

        assertThat(answer.status()).isIn(400, 422);
        assertThat(answer.json().path("type").asText()).startsWith("urn:gridloom:problem:");
        if (!detail.equals("trailing")) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().path("detail").asText()).contains(detail);
        }
    }

    @Test
    void aFieldThatIsThereTwiceIsNamed() throws Exception {
        Answer answer =
                server.post("/api/points/notes", "{\"title\":\"a\",\n\"title\":\"b\"}", "Accept-Language", "en");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violation()).startsWith("title: Is there twice (line 2");
    }

    @Test
    void jsonThatIsNestedTooDeeplyIsRefused() throws Exception {
        String body = "{\"parts\":" + "[".repeat(1000) + "]".repeat(1000) + "}";

        assertThat(server.post("/api/points/notes", body).status()).isBetween(400, 422);
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWithTheLimit() throws Exception {
        String body = "{\"title\":\"" + "x".repeat(70_000) + "\"}";
        Answer answer = server.post("/api/points/notes", body);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().path("detail").asText()).isEqualTo("内容最多 64 KB");
    }

    @Test
    void aRequestThatBreaksOffIsItsCallersFault() throws Exception {
        assertThat(server.breakOff("/api/points/notes", "{\"title\":"))
                .startsWith("HTTP/1.1 400 ")
                .contains("请求正文未传完");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Content-Type|json", "Content-Type|a/b/c;;=", "Accept|*/*;q=x"})
    void aHeaderThatCannotBeReadIsAProblemToo(String header, String value) throws Exception {
        Answer answer = server.send("POST", "/api/points/notes", "{}", header, value);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asText()).startsWith("某个请求头");
        assertThat(answer.header("X-Request-Id")).isNotBlank();
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void anotherMediaTypeIsRefused() throws Exception {
        Answer answer = server.send("POST", "/api/points/notes", "a,b", "Content-Type", "text/csv");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.json().path("title").asText()).isEqualTo("不支持的内容格式");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "page=x | page: Must be a whole number",
                "page=-1 | page: Must be 0 or more and within range",
                "size=501 | size: Must be 1 to 500",
                "size=0 | size: Must be 1 to 500",
                "sort=age | sort: Can be sorted by: title",
                "day=2026-02-30 | day: Must be a date, as in 2026-01-31",
                "day=%2B10000-01-01 | day: Must be a date, as in 2026-01-31",
                "day=a%00b | day: Has a character that cannot be kept",
                "kind=note | kind: Must be one of: street-note, grid-note",
                "open=1 | open: Must be true or false",
                "depth=two | depth: Must be a whole number",
                "szie=10 | szie: No such query parameter; there are: day, depth, kind, open, page, size, sort",
            })
    void aQueryParameterThatDoesNotFitIsNamedWithWhatIsAllowed(String query, String violation) throws Exception {
        Answer answer = server.get("/api/points/notes?" + query, "Accept-Language", ENGLISH);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.violation()).isEqualTo(violation);
    }

    @Test
    void aParameterThatIsTooLongForAnyNameOrSearchIsRefused() throws Exception {
        Answer answer = server.get("/api/points/notes?sort=" + "x".repeat(2001), "Accept-Language", ENGLISH);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.violation()).isEqualTo("sort: At most 2000 characters");
    }

    @Test
    void textInAnyScriptIsKept() throws Exception {
        assertThat(server.post("/api/points/notes", "{\"title\":\"𠀀😀ä\"}").status())
                .isEqualTo(200);
    }

    @Test
    void parametersAreReadAsJsonWritesThem() throws Exception {
        Answer answer = server.get("/api/points/notes?kind=grid-note&day=2026-01-31&open=true&sort=-title&size=500");

        assertThat(answer.json().path("items").path(0).asText()).isEqualTo("GRID_NOTE 2026-01-31 true");
        assertThat(answer.json().path("total").asInt()).isEqualTo(1);
    }

    @Test
    void anIdThatIsNoNumberIsNamed() throws Exception {
        Answer answer = server.get("/api/points/notes/seven");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.violation()).isEqualTo("id: 应为整数");
    }

    @Test
    void aVersionThatTheCallerHasIsNotSentAgain() throws Exception {
        Answer first = server.get("/api/points/notes/7");
        assertThat(first.header("ETag")).isEqualTo("\"3\"");

        Answer second = server.get("/api/points/notes/7", "If-None-Match", "\"3\"");
        assertThat(second.status()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(server.get("/api/points/notes/7", "If-None-Match", "\"2\"").status())
                .isEqualTo(200);
    }

    @Test
    void aChangeNeedsTheVersionThatWasRead() throws Exception {
        String type = "application/json";

        assertThat(server.send("PUT", "/api/points/notes/7", "{}", "Content-Type", type)
                        .status())
                .isEqualTo(428);
        assertThat(server.send("PUT", "/api/points/notes/7", "{}", "Content-Type", type, "If-Match", "\"2\"")
                        .status())
                .isEqualTo(412);
        Answer changed = server.send("PUT", "/api/points/notes/7", "{}", "Content-Type", type, "If-Match", "\"3\"");
        assertThat(changed.status()).isEqualTo(204);
        assertThat(changed.header("ETag")).isEqualTo("\"4\"");
    }

    @Test
    void onlyWhoHoldsThePermissionGetsIn() throws Exception {
        assertThat(server.get("/api/points/notes/guarded").status()).isEqualTo(200);

        DB.access().signIn("visitor", Map.of("points.other", UnitScope.everywhere()));
        assertThat(server.get("/api/points/notes/guarded").status()).isEqualTo(403);
        assertThat(server.get("/api/points/notes/mine").status()).isEqualTo(200);

        DB.access().signOut();
        Answer nobody = server.get("/api/points/notes/guarded");
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(server.get("/api/points/notes/mine").status()).isEqualTo(401);
    }

    @Test
    void aMethodThatDeclaresNothingIsRefusedToEverybody() throws Exception {
        assertThat(server.get("/api/points/notes/forgotten").status()).isEqualTo(403);
    }

    @Test
    void nothingIsAllowedWhileNobodyCanJudge() throws Exception {
        server.with((Access) null);

        Answer answer = server.get("/api/points/notes/guarded");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isNotBlank();
    }

    @Test
    void whoTriedTooMuchIsToldWhenToTryAgain() throws Exception {
        Answer answer = server.get("/api/points/notes/worn");

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("30");
    }

    @Test
    void whatNobodyExpectedIsAnsweredWithoutDetail() throws Exception {
        Answer answer = server.get("/api/points/notes/broken");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("secret", "IllegalState");
        assertThat(answer.json().path("instance").asText()).isEqualTo(answer.header("X-Request-Id"));
    }

    @Test
    void aRedirectOfAResourceStaysOne() throws Exception {
        Answer answer = server.get("/api/points/notes/moved");

        assertThat(answer.status()).isEqualTo(307);
        assertThat(answer.header("Location")).endsWith("/api/points/notes/shown");
    }

    @Test
    void headAndOptionsAnswerSensibly() throws Exception {
        assertThat(server.send("HEAD", "/api/points/notes/7", null).status()).isEqualTo(200);
        Answer options = server.send("OPTIONS", "/api/points/notes/7", null);
        assertThat(options.status()).isLessThan(300);
        assertThat(options.header("Allow")).contains("GET", "PUT");
        Answer wrong = server.send("DELETE", "/api/points/notes/7", null);
        assertThat(wrong.status()).isEqualTo(405);
        assertThat(wrong.header("Allow")).contains("PUT");
    }

    @Test
    void anUnknownPathIsAProblemToo() throws Exception {
        for (String path : new String[] {"/api/points/nothing", "/api/nothing", "/api/", "/api"}) {
            Answer answer = server.get(path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        }
    }
}
