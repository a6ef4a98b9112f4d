package org.gridloom.platform.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.gridloom.platform.testkit.RecordedAudit;
import org.gridloom.platform.testkit.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SessionsTest {

    @RegisterExtension
    final TestDatabase db = TestDatabase.of(Node.UNIT);

    private Node node;

    @BeforeEach
    void anAccount() {
        node = new Node(db);
        node.account("li", null, null, "x.y.z");
    }

    @Test
    void everySignInGetsATokenOfItsOwnWith256Bits() {
        SignedIn one = open();
        SignedIn two = open();

        assertThat(one.token()).hasSize(43).isNotEqualTo(two.token());
        assertThat(one.csrf()).isNotEqualTo(two.csrf()).doesNotContain(one.token());
        assertThat(one.toString()).doesNotContain(one.token());
        assertThat(node.sessions.find(one.token())).contains(one);
    }

    @Test
    void theDatabaseHoldsNothingThatSignsAnybodyIn() throws SQLException {
        SignedIn session = open();

        try (Connection connection = db.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select token_hash from security_session")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isNotEqualTo(session.token());
            assertThat(node.sessions.find(row.getString(1))).isEmpty();
        }
    }

    @Test
    void anyNodeServesTheSession() {
        SignedIn session = open();

        assertThat(new Node(db).sessions.find(session.token())).contains(session);
    }

    @Test
    void aSessionEndsWhenIdle() {
        SignedIn session = open();
        db.clock().advance(Duration.ofMinutes(30));
        assertThat(node.sessions.find(session.token())).isPresent();

        db.clock().advance(Duration.ofMinutes(32));

        assertThat(node.sessions.find(session.token())).isEmpty();
    }

    @Test
    void aSessionEndsAfterTwelveHoursHoweverBusy() {
        SignedIn session = open();
        for (int i = 0; i < 12 * 4 - 1; i++) {
            db.clock().advance(Duration.ofMinutes(15));
            assertThat(node.sessions.find(session.token())).isPresent();
        }

        db.clock().advance(Duration.ofMinutes(15));

        assertThat(node.sessions.find(session.token())).isEmpty();
    }

    @Test
    void aClosedSessionIsOver() {
        SignedIn session = open();
        node.sessions.close(session);
        node.sessions.close(session);

        assertThat(node.sessions.find(session.token())).isEmpty();
        assertThat(db.audit())
                .extracting(RecordedAudit::action)
                .containsOnlyOnce("platform.session.opened", "platform.session.closed");
    }

    @Test
    void disablingAnAccountEndsItsSessions() {
        SignedIn session = open();
        node.access.asSystem("test", () -> node.accounts.disable("li", "调离"));
        node.access.asSystem("test", () -> node.accounts.enable("li", null));

        assertThat(node.sessions.find(session.token())).isEmpty();
    }

    @Test
    void whatEndsASessionCountsHereAtOnceAndOnAnotherNodeWithinASecond() {
        SignedIn session = open();
        Node other = new Node(db);
        assertThat(node.sessions.find(session.token())).isPresent();
        assertThat(other.sessions.find(session.token())).isPresent();

        node.access.asSystem("test", () -> node.accounts.disable("li", "调离"));

        assertThat(node.sessions.find(session.token())).isEmpty();
        other.nanos.addAndGet(Duration.ofMillis(1001).toNanos());
        assertThat(other.sessions.find(session.token())).isEmpty();
    }

    @Test
    void aSignOutCountsAtOnce() {
        SignedIn session = open();
        assertThat(node.sessions.find(session.token())).isPresent();

        node.sessions.close(session);

        assertThat(node.sessions.find(session.token())).isEmpty();
    }

    @Test
    void whatAPageAsksWithinAMomentIsLookedUpOnce() throws SQLException {
        SignedIn session = open();
        assertThat(node.sessions.find(session.token())).isPresent();

        try (Connection connection = db.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from security_session");
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }

        assertThat(node.sessions.find(session.token())).isPresent();
        node.nanos.addAndGet(Duration.ofMillis(1001).toNanos());
        assertThat(node.sessions.find(session.token())).isEmpty();
    }

    @Test
    void changingThePasswordEndsAllSessionsButTheOneThatChangesIt() {
        SignedIn mine = open();
        SignedIn other = open();

        node.runAs(
                "li", () -> node.own.changePassword(Node.PASSWORD, "quiet-harbour-58-maple", "10.0.0.1", mine.token()));

        assertThat(node.sessions.find(mine.token())).isPresent();
        assertThat(node.sessions.find(other.token())).isEmpty();
    }

    @Test
    void sessionsAreListedAndEndedOneByOne() {
        SignedIn one = open();
        open();
        long newest = node.access
                .asSystem("test", () -> node.accounts.sessions("li"))
                .get(0)
                .id();

        node.access.asSystem("test", () -> {
            node.accounts.endSession("li", newest);
            return null;
        });

        assertThat(node.access.asSystem("test", () -> node.accounts.sessions("li")))
                .hasSize(1)
                .allSatisfy(session -> assertThat(session.source()).isEqualTo("10.0.0.1"));
        assertThat(node.sessions.find(one.token())).isPresent();
    }

    @Test
    void anUnknownTokenIsNobodys() {
        assertThat(node.sessions.find("")).isEmpty();
        assertThat(node.sessions.find("x".repeat(10_000))).isEmpty();
    }

    private SignedIn open() {
        return node.as("li", () -> node.sessions.open("li", "10.0.0.1", "Test/1.0"));
    }
}
