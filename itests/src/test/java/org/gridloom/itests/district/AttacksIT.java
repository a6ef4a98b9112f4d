package org.gridloom.itests.district;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridloom.itests.attack.RawHttp;
import org.gridloom.itests.attack.SlowClients;
import org.gridloom.itests.harness.Accounts;
import org.gridloom.itests.harness.BootedDistrict;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Gridloom.Login;
import org.gridloom.itests.harness.Rest;
import org.gridloom.itests.harness.Rest.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks that have a name, against the whole server: filters, servlets and HTTP server as they work together. */
@ExtendWith(BootedDistrict.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttacksIT {

    private static final String SESSION = "/api/session";
    private static final String COOKIE = "GRIDLOOM_SESSION=";
    private static final String DISTRICT = "210102";

    private final Gridloom gridloom;
    private final Rest anonymous;
    private final Accounts accounts;
    private final Login victim;

    AttacksIT(Gridloom gridloom) {
        this.gridloom = gridloom;
        anonymous = gridloom.anonymous();
        accounts = new Accounts(gridloom);
        victim = accounts.create("attacks-victim", DISTRICT, accounts.allPowerfulRole("attacks-everything"));
    }

    @Test
    void guessingAPasswordIsSlowedDownAndTellsNothing() {
        accounts.create("attacks-guessed", DISTRICT);
        List<String> known = guesses("attacks-guessed");
        List<String> unknown = guesses("attacks-nobody");

        assertThat(known).endsWith("429").isEqualTo(unknown);
    }

    @Test
    void whoeverIsRefusedForLackOfAPermissionStandsInTheLogOnce() {
        Login curious = accounts.create("attacks-curious", DISTRICT);
        Rest rest = anonymous.as(curious.username(), curious.password());

        rest.get("/api/accounts").expect(403);
        rest.get("/api/accounts").expect(403);

        assertThat(gridloom.log().lines())
                .filteredOn(line -> line.contains("attacks-curious"))
                .singleElement()
                .asString()
                .contains("Refused: attacks-curious by rest lacks platform.account.view");
    }

    /** What an attacker learns of six wrong passwords. */
    private List<String> guesses(String account) {
        List<String> learnt = new ArrayList<>();
        try (RawHttp elsewhere = new RawHttp(gridloom.httpPort())) {
            for (int i = 0; i < 6; i++) {
                String body = "{\"username\":\"%s\",\"password\":\"wrong-guess-%d\"}".formatted(account, i);
                RawHttp.Reply reply = elsewhere.send(request("POST " + SESSION, body));
                assertThat(reply.status()).isIn(401, 429);
                if (reply.status() == 429) {
                    assertThat(Integer.parseInt(reply.header("Retry-After"))).isPositive();
                    learnt.add("429");
                } else {
                    learnt.add(reply.body().replaceAll("\"instance\":\"[^\"]*\"", ""));
                }
            }
        }
        return learnt;
    }

    @Test
    void aSessionThatSomebodyPlantedIsNeverTheOneThatIsSignedIn() {
        Answer planted =
                anonymous.with("Cookie", COOKIE + "planted-by-an-attacker").post(SESSION, login());
        String cookie = cookie(planted);
        assertThat(cookie).isNotEqualTo(COOKIE + "planted-by-an-attacker");

        Rest first = anonymous.with("Cookie", cookie);
        String csrf = first.get(SESSION).ok().json().get("csrfToken").asText();
        String second = cookie(first.with("X-CSRF-Token", csrf).post(SESSION, login()));
        assertThat(second).isNotEqualTo(cookie);
        first.get(SESSION).expect(401);
        anonymous.with("Cookie", second).get(SESSION).ok();
    }

    @Test
    void theCookieIsForThisSiteAloneAndNotForScripts() {
        String header = anonymous.post(SESSION, login()).ok().header("Set-Cookie");

        assertThat(header).contains("HttpOnly", "SameSite=Strict", "Path=/").doesNotContain("Domain=", "Expires=");
    }

    @Test
    void anotherSitesPageChangesNothingInAVisitorsName() {
        Answer signedIn = anonymous.post(SESSION, login()).ok();
        String csrf = signedIn.json().get("csrfToken").asText();
        Rest visitor = anonymous.with("Cookie", cookie(signedIn));
        Map<String, Object> role = role("attacks-csrf");

        visitor.post("/api/roles", role).expect(403);
        visitor.with("X-CSRF-Token", "x".repeat(csrf.length()))
                .post("/api/roles", role)
                .expect(403);
        visitor.with("X-CSRF-Token", csrf)
                .with("Sec-Fetch-Site", "cross-site")
                .post("/api/roles", role)
                .expect(403);
        visitor.with("X-CSRF-Token", csrf)
                .with("Origin", "https://evil.example")
                .post("/api/roles", role)
                .expect(403);
        visitor.with("Content-Type", "text/plain")
                .send("POST", "/api/roles", "{\"code\":\"attacks-csrf\"}")
                .expect(403);
        visitor.get("/api/roles/attacks-csrf").expect(404);
        assertThat(visitor.with("Origin", "https://evil.example")
                        .get("/api/roles")
                        .header("Access-Control-Allow-Origin"))
                .isNull();
    }

    @Test
    void whoSignsOutOrChangesTheirPasswordHasNoSessionLeft() {
        Login leaver = accounts.create("attacks-leaver", DISTRICT);
        Rest kept = bearer(leaver);
        Rest other = bearer(leaver);
        other.delete(SESSION).expect(204);
        other.get(SESSION).expect(401);
        Rest stolen = bearer(leaver);

        kept.post(
                        SESSION + "/password",
                        Map.of("currentPassword", leaver.password(), "newPassword", "third-river-36-poplar"))
                .ok();
        stolen.get(SESSION).expect(401);
        kept.get(SESSION).ok();

        gridloom.rest()
                .post("/api/accounts/" + leaver.username() + "/disable", Map.of("reason", "left"))
                .ok();
        kept.get(SESSION).expect(401);
    }

    @Test
    void aFieldThatOnlyTheServerSetsIsRefusedByName() {
        for (String field : List.of("id", "version", "administrator", "createdBy", "__proto__")) {
            Map<String, Object> role = role("attacks-assigned");
            role.put(field, 1);
            Answer refused = gridloom.rest().post("/api/roles", role);

            assertThat(refused.status()).as(refused.toString()).isIn(400, 422);
            assertThat(refused.body()).contains(field);
        }
        gridloom.rest().get("/api/roles/attacks-assigned").expect(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/ui/web/x/kit/index.js", "/api/session", "/api/openapi.json", "/favicon.svg", "/nothing"})
    void noPageMayBeFramedSniffedOrReadFromElsewhere(String path) {
        Answer answer = anonymous.get(path);

        assertThat(answer.header("Content-Security-Policy"))
                .as(answer.toString())
                .contains("frame-ancestors 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
    }

    /** Nobody is led to another site, whatever host or page the request names. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/index.html",
                "/index.html?next=https://evil.example",
                "//evil.example/",
                "//evil.example/index.html",
                "/\\evil.example",
                "/%5cevil.example/",
                "/.evil.example",
                "/api//evil.example"
            })
    void noAnswerLeadsToAnotherSite(String target) {
        try (RawHttp connection = new RawHttp(gridloom.httpPort())) {
            RawHttp.Reply reply = connection.send(
                    ("GET " + target + " HTTP/1.1\r\nHost: evil.example\r\n\r\n").getBytes(StandardCharsets.UTF_8));

            assertThat(reply.status()).isLessThan(500);
            assertThat(reply.header("Location")).isIn(null, "/");
            assertThat(reply.body()).doesNotContain("//evil.example\"", "=\"/\\evil");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ui/web/../../../etc/passwd",
                "/ui/web/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
                "/ui/web/..%2f..%2f..%2fetc%2fpasswd",
                "/ui/organization/x/..%5c..%5cMETA-INF/MANIFEST.MF",
                "/ui/organization/x/../META-INF/persistence.xml",
                "/ui/web/x/%00",
                "/api/attachments/..%2f..%2fadmin.properties",
                "/api/attachments/%2e%2e/%2e%2e/admin.properties",
                "/WEB-INF/web.xml",
                "/.git/config"
            })
    void noAddressLeadsOutOfWhatIsServed(String path) {
        try (RawHttp connection = new RawHttp(gridloom.httpPort())) {
            RawHttp.Reply reply = connection.send(
                    ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").getBytes(StandardCharsets.UTF_8));

            assertThat(reply.status()).as(reply.toString()).isBetween(400, 404);
        }
    }

    @Test
    void nobodyMakesTheServerEchoARequest() {
        try (RawHttp connection = new RawHttp(gridloom.httpPort())) {
            for (String path : List.of("/", SESSION, "/ui/web/x/kit/index.js")) {
                RawHttp.Reply reply = connection.send(
                        ("TRACE " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: " + COOKIE + "secret\r\n\r\n")
                                .getBytes(StandardCharsets.UTF_8));
                assertThat(reply.status()).isIn(401, 404, 405);
                assertThat(reply.toString()).doesNotContain("secret");
            }
        }
    }

    @Test
    void clientsThatNeverEndTheirRequestKeepNobodyOut() {
        try (SlowClients slow = new SlowClients()) {
            slow.open(gridloom.httpPort(), 500, "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ")
                    .open(
                            gridloom.httpPort(),
                            500,
                            "POST /api/session HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                                    + "Content-Length: 1000\r\n\r\n{");
            long began = System.nanoTime();
            gridloom.rest().get("/api/figures?unit=" + DISTRICT).ok();

            assertThat((System.nanoTime() - began) / 1_000_000)
                    .as("milliseconds")
                    .isLessThan(30_000);
        }
    }

    private Map<String, String> login() {
        return Map.of("username", victim.username(), "password", victim.password());
    }

    private Rest bearer(Login login) {
        String token = anonymous
                .post(SESSION, Map.of("username", login.username(), "password", login.password(), "bearer", true))
                .ok()
                .json()
                .get("token")
                .asText();
        return anonymous.with("Authorization", "Bearer " + token);
    }

    private static String cookie(Answer signedIn) {
        return signedIn.ok().header("Set-Cookie").split(";")[0];
    }

    private static Map<String, Object> role(String code) {
        return new HashMap<>(
                Map.of("code", code, "nameZh", code, "nameEn", code, "permissions", List.of("platform.account.view")));
    }

    private static byte[] request(String line, String body) {
        return ("%s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(line, body.length(), body))
                .getBytes(StandardCharsets.UTF_8);
    }
}
