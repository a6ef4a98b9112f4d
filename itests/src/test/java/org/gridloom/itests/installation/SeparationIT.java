package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import org.gridloom.itests.harness.Accounts;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Database;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Gridloom.Login;
import org.gridloom.itests.harness.Installation;
import org.gridloom.itests.harness.Rest;
import org.gridloom.itests.harness.Rest.Answer;
import org.junit.jupiter.api.Test;

/** 三员分立: three administrators none of whom does another's work, nor lets themselves do it, whoever they were before. */
class SeparationIT {

    private static final Duration STOP = Duration.ofMinutes(1);
    private static final String REASON = " --reason 等级保护三级";

    /** What belongs to one of the three. */
    private enum Duty {
        SYSTEM(
                List.of(
                        rest -> rest.get("/api/events/subscribers"),
                        rest -> rest.get("/api/operations/doctor"),
                        rest -> rest.send("PUT", "/api/events/parked/retry", null),
                        rest -> rest.post("/api/accounts/plain/disable", Map.of("reason", "试验")),
                        rest -> rest.post("/api/accounts/plain/enable", Map.of("reason", "试验"))),
                List.of("events:subscribers", "account:disable plain", "account:enable plain", "bundle:list")),
        SECURITY(
                List.of(
                        rest -> rest.put("/api/separation", Map.of("separated", true, "reason", "试验")),
                        rest -> rest.post("/api/accounts/plain/grants", Map.of("role", "organization-manager"))),
                List.of("account:grant plain grid-worker", "account:separate" + REASON)),
        AUDIT(
                List.of(
                        rest -> rest.get("/api/audit"),
                        rest -> rest.get("/api/audit/verify"),
                        rest -> rest.get("/api/events")),
                List.of("audit:list", "audit:verify", "events:list"));

        private final List<Function<Rest, Answer>> requests;
        private final List<String> commands;

        Duty(List<Function<Rest, Answer>> requests, List<String> commands) {
            this.requests = requests;
            this.commands = commands;
        }
    }

    private Installation installation;
    private Gridloom gridloom;

    @Test
    void eachOfTheThreeDoesOnlyTheirOwnWork() {
        try (Installation started = Installation.on(Database.Kind.H2.create(), "gridloom-organization")
                .startAndAwaitReady()) {
            installation = started;
            gridloom = started.gridloom();
            Accounts accounts = new Accounts(gridloom);
            accounts.create("plain", null);
            Login system = accounts.create("system", null, "system-administrator");
            Login security = accounts.create("security", null, "security-administrator");
            try (Console console = gridloom.console()) {
                console.run("account:separate" + REASON).refused();
            }
            Login audit = accounts.create("auditor", null, "auditor");
            try (Console console = gridloom.console()) {
                console.run("account:separate" + REASON).ok();
            }

            assertDoes(system, Duty.SYSTEM);
            assertDoes(security, Duty.SECURITY);
            assertDoes(audit, Duty.AUDIT);
            assertDoes(gridloom.admin(), null);
            assertNobodyUndoesItAlone(system, security, audit);
            assertReachesPastNobody(system);

            Login recovered = recover(security);
            assertDoes(recovered, Duty.SECURITY);
            join(recovered);
        }
    }

    private Rest rest(Login login) {
        return gridloom.anonymous().as(login.username(), login.password());
    }

    private Console console(Login login) {
        return gridloom.console(login.username(), login.password());
    }

    /** @param own null for none of the three */
    private void assertDoes(Login login, Duty own) {
        try (Console console = console(login)) {
            for (Duty duty : Duty.values()) {
                for (Function<Rest, Answer> request : duty.requests) {
                    Answer answer = request.apply(rest(login));
                    if (duty == own) {
                        answer.ok();
                    } else {
                        assertThat(answer.status())
                                .as(login.username() + ": " + answer)
                                .isEqualTo(403);
                    }
                }
                for (String command : duty.commands) {
                    Console.Result result = console.run(command);
                    if (duty == own) {
                        result.ok();
                    } else {
                        result.refused();
                    }
                }
            }
        }
    }

    private void assertNobodyUndoesItAlone(Login system, Login security, Login audit) {
        Login admin = gridloom.admin();
        for (Login login : List.of(admin, system, audit)) {
            rest(login)
                    .put("/api/separation", Map.of("separated", false, "reason", "试验"))
                    .expect(403);
            try (Console console = console(login)) {
                console.run("account:join --reason 试验").refused();
            }
            grant(login, login.username(), "security-administrator").expect(403);
            resetPassword(login, security.username()).expect(403);
            resetPassword(login, audit.username()).expect(403);
        }
        resetPassword(security, system.username()).expect(403);
        grant(security, security.username(), "system-administrator").expect(403);
        grant(security, system.username(), "auditor").expect(409);
        grant(security, audit.username(), "administrator").expect(409);
        rest(security)
                .post(
                        "/api/accounts",
                        Map.of("name", "second", "displayName", "二号", "password", "first-harbour-58-maple"))
                .expect(403);
        rest(security)
                .post(
                        "/api/roles",
                        Map.of(
                                "code", "mixed",
                                "nameZh", "兼任",
                                "nameEn", "Mixed",
                                "permissions", List.of("audit.read", "platform.role.edit")))
                .expect(409);
    }

    /** Karaf's own commands, of which those that change something could do others' work. */
    private void assertReachesPastNobody(Login system) {
        try (Console console = console(system)) {
            console.run("bundle:list").ok();
            console.run("log:get").ok();
            console.run("bundle:stop org.gridloom.platform.events").refused();
            console.run("config:property-set -p org.gridloom.platform.security idleMinutes 600")
                    .refused();
            console.run("shell:exec id").refused();
        }
    }

    private Answer grant(Login login, String account, String role) {
        return rest(login).post("/api/accounts/" + account + "/grants", Map.of("role", role));
    }

    private Answer resetPassword(Login login, String account) {
        return rest(login)
                .post("/api/accounts/" + account + "/password", Map.of("password", "stolen-meadow-31-lantern"));
    }

    /** By who rules the machine, and with a password that counts once. */
    private Login recover(Login lost) {
        Path data = gridloom.data();
        installation.terminate(STOP);
        Properties file = new Properties();
        try {
            Files.writeString(data.resolve("recover"), lost.username() + "\n");
            installation.startAndAwaitReady();
            assertThat(data.resolve("recover")).doesNotExist();
            try (Reader reader = Files.newBufferedReader(data.resolve("recovered.properties"))) {
                file.load(reader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(file.getProperty("username")).isEqualTo(lost.username());
        rest(lost).get("/api/accounts").expect(401);
        Login first = new Login(lost.username(), file.getProperty("password"));
        rest(first).get("/api/accounts").expect(403);
        Login own = new Login(lost.username(), "third-orchard-90-candle");
        rest(first)
                .post(
                        "/api/session/password",
                        Map.of("currentPassword", first.password(), "newPassword", own.password()))
                .ok();
        return own;
    }

    private void join(Login security) {
        Rest admin = gridloom.rest();
        admin.get("/api/audit").expect(403);
        try (Console console = console(security)) {
            console.run("account:join --reason 试验结束").ok();
        }
        assertThat(admin.get("/api/separation").ok().json().get("separated").asBoolean())
                .isFalse();
        for (String action : List.of("separated", "joined")) {
            assertThat(admin.get("/api/audit?action=platform.administrators." + action)
                            .ok()
                            .json()
                            .get("total")
                            .asInt())
                    .isEqualTo(1);
        }
        assertThat(admin.get("/api/audit?action=platform.account.recovered")
                        .ok()
                        .body())
                .contains("account/" + security.username());
        grant(gridloom.admin(), "auditor", "operator").expect(201);
        admin.get("/api/events/subscribers").ok();
    }
}
