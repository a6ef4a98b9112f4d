package org.gridloom.platform.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridloom.platform.event.Event;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.testkit.RecordedAudit;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.testkit.TestJobs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class LeaversAccountsTest {

    @RegisterExtension
    final TestDatabase db = TestDatabase.of(Node.UNIT);

    private final TestJobs jobs = new TestJobs();
    private Node node;
    private LocalDate today;

    @BeforeEach
    void anAccount() {
        node = new Node(db);
        node.account("li", null, null, "x.y.z");
        today = LocalDate.now(db.clock());
    }

    @Test
    void whoHasLeftCannotGoOnUsingTheAccount() {
        SignedIn session = node.sessions.open("li", "10.0.0.9", "browser");

        left(1, "Li", today);

        assertThat(node.sessions.find(session.token())).isEmpty();
        assertThat(isEnabled()).isFalse();
        assertThat(audited("platform.account.disabled"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.reason()).contains("person/R1"));
    }

    @Test
    void anAccountThatIsClosedAlreadyStaysAsItIs() {
        left(1, "li", today);
        left(1, "li", today.minusDays(1));

        assertThat(audited("platform.account.disabled")).hasSize(1);
    }

    @Test
    void whoLeavesLaterKeepsTheAccountAndTheAuditTrailSaysSo() {
        left(1, "li", today.plusDays(1));

        assertThat(isEnabled()).isTrue();
        assertThat(audited("platform.account.leaving"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.after())
                        .containsEntry("on", today.plusDays(1).toString()));
    }

    @Test
    void theAccountOfWhoLeavesLaterIsClosedAsTheDayBegins() {
        LocalDate day = today.plusDays(3);
        left(1, "Li", day);
        assertThat(jobs.due(LeaverJob.NAME, "person/R1"))
                .contains(day.atStartOfDay(db.clock().getZone()).toInstant());

        db.clock().set(day.atStartOfDay(db.clock().getZone()).toInstant());
        runJobs();

        assertThat(isEnabled()).isFalse();
        assertThat(jobs.due(LeaverJob.NAME, "person/R1")).isEmpty();
    }

    @Test
    void whoLeavesSoonerThanWasSaidIsClosedOnce() {
        left(1, "li", today.plusDays(9));
        left(1, "li", today);

        assertThat(isEnabled()).isFalse();
        assertThat(jobs.due(LeaverJob.NAME, "person/R1")).isEmpty();
    }

    @Test
    void whoTakesUpAPostThatLastsBeyondTheDayKeepsTheAccount() {
        left(1, "li", today.plusDays(9));
        on(
                "organization.post.taken-up",
                Map.of("person", "R1", "validTo", today.plusDays(8).toString()));
        assertThat(jobs.due(LeaverJob.NAME, "person/R1")).isPresent();

        on("organization.post.handed-over", Map.of("fromPerson", "R2", "toPerson", "R1"));

        assertThat(jobs.due(LeaverJob.NAME, "person/R1")).isEmpty();
    }

    @Test
    void whoHadNoAccountHereConcernsNobody() {
        left(1, null, today);
        left(1, "nobody", today);

        assertThat(isEnabled()).isTrue();
        assertThat(audited("platform.account.disabled")).isEmpty();
    }

    @Test
    void theLastAdministratorIsNotLockedOut(@TempDir Path data) {
        node.start(data);

        assertThatThrownBy(() -> left(1, "admin", today))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.CONFLICT));
    }

    @Test
    void anEventOfAnUnknownVersionIsRefused() {
        assertThatThrownBy(() -> left(2, "li", today)).isInstanceOf(IllegalArgumentException.class);
    }

    private void left(int version, String account, LocalDate on) {
        Map<String, Object> payload = new HashMap<>(Map.of("person", "R1", "on", on.toString()));
        payload.put("account", account);
        on("organization.person.left", version, payload);
    }

    private void on(String name, Map<String, Object> payload) {
        on(name, 1, payload);
    }

    private void on(String name, int version, Map<String, Object> payload) {
        Event event = new Event(1, name, version, "person/R1", null, db.clock().instant(), "tester", payload);
        LeaversAccounts leavers = new LeaversAccounts(node.accounts, jobs, db.clock());
        node.access.asSystem(leavers.name(), () -> {
            node.transactions.run(tx -> leavers.on(tx, event));
            return null;
        });
    }

    private void runJobs() {
        node.access.asSystem(LeaverJob.NAME, () -> {
            jobs.runDue(db.transactions(), db.clock().instant(), new LeaverJob(node.accounts));
            return null;
        });
    }

    private boolean isEnabled() {
        return node.access.asSystem("test", () -> node.accounts.get("li").enabled());
    }

    private List<RecordedAudit> audited(String action) {
        return db.audit().stream()
                .filter(entry -> entry.action().equals(action))
                .toList();
    }
}
