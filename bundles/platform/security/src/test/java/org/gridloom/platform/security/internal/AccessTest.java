package org.gridloom.platform.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.security.PrivilegedAction;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.Caller;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.unit.UnitScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AccessTest {

    private static final String VIEW = "patrol.route.view";
    private static final String STREET = "210102021";

    @RegisterExtension
    final TestDatabase db = TestDatabase.of(Node.UNIT);

    private Node node;

    @BeforeEach
    void aWorkerOfAStreet() {
        node = new Node(db);
        node.account("li", STREET, STREET, VIEW);
    }

    @Test
    void aPermissionHoldsInItsUnitAndBelowAndNowhereElse() {
        node.runAs("li", () -> {
            node.access.require(VIEW);
            node.access.require(VIEW, STREET);
            node.access.require(VIEW, STREET + "001002");
            assertThat(node.access.may(VIEW, "210102022")).isFalse();
            assertThat(node.access.may(VIEW, "210102")).isFalse();
            assertThat(node.access.may("patrol.route.edit", STREET)).isFalse();
            assertThat(kind(() -> node.access.require(VIEW, "210102022"))).isEqualTo(Problem.Kind.FORBIDDEN);
            assertThat(kind(() -> node.access.requireEverywhere(VIEW))).isEqualTo(Problem.Kind.FORBIDDEN);
            assertThat(node.access.scope("patrol.route.edit").isEmpty()).isTrue();
        });
    }

    @Test
    void aScopeCanBeNarrowedToAUnitWhereThePermissionIsHeld() {
        node.account("wang", null, "210102", VIEW);
        node.runAs("wang", () -> {
            UnitScope narrowed = node.access.scope(VIEW, STREET);
            assertThat(narrowed.contains(STREET + "001")).isTrue();
            assertThat(narrowed.contains("210102022")).isFalse();
            assertThat(node.access.scope(VIEW, null)).isEqualTo(UnitScope.everywhere());
        });
        node.runAs("li", () -> {
            assertThat(node.access.scope(VIEW, STREET + "001").contains(STREET + "002"))
                    .isFalse();
            assertThat(kind(() -> node.access.scope(VIEW, "210102022"))).isEqualTo(Problem.Kind.FORBIDDEN);
            assertThat(kind(() -> node.access.scope("patrol.route.edit", null))).isEqualTo(Problem.Kind.FORBIDDEN);
        });
    }

    @Test
    void nobodyIsAskedToSignIn() {
        assertThat(kind(() -> node.access.require(VIEW))).isEqualTo(Problem.Kind.UNAUTHENTICATED);
        assertThat(kind(node.access::caller)).isEqualTo(Problem.Kind.UNAUTHENTICATED);
        assertThat(kind(() -> node.runAs("stranger", () -> node.access.scope(VIEW))))
                .isEqualTo(Problem.Kind.UNAUTHENTICATED);
    }

    @Test
    void aGrantOfTheRootHoldsEverywhere() {
        node.account("wang", null, "210102", VIEW);
        node.runAs("wang", () -> {
            node.access.requireEverywhere(VIEW);
            assertThat(node.access.scope(VIEW)).isEqualTo(UnitScope.everywhere());
        });
    }

    @Test
    void aGrantFollowsItsUnitWhenThatMoves() {
        node.directory.gone(STREET, "210102099");
        node.directory.takesOver("210102099", STREET);

        node.runAs("li", () -> {
            assertThat(node.access.may(VIEW, "210102099001")).isTrue();
            assertThat(node.access.may(VIEW, STREET + "001"))
                    .as("facts under the old code")
                    .isTrue();
            assertThat(node.access.may(VIEW, "210102022")).isFalse();
        });
    }

    @Test
    void aGrantFollowsItsUnitIntoAMerger() {
        node.directory.gone(STREET, "210102050");
        node.directory.takesOver("210102050", STREET, "210102022");

        node.runAs("li", () -> assertThat(node.access.may(VIEW, "210102022")).isTrue());
    }

    @Test
    void aGrantFollowsItsUnitIntoAllPartsOfASplit() {
        node.directory.gone(STREET, "210102061", "210102062");

        node.runAs("li", () -> {
            assertThat(node.access.may(VIEW, "210102061")).isTrue();
            assertThat(node.access.may(VIEW, "210102062001")).isTrue();
            assertThat(node.access.may(VIEW, "210102063")).isFalse();
        });
    }

    @Test
    void whatHasLeftAUnitLeavesItsScope() {
        node.directory.loses(STREET, STREET + "005");

        node.runAs("li", () -> {
            assertThat(node.access.may(VIEW, STREET + "005")).isFalse();
            assertThat(node.access.may(VIEW, STREET + "004")).isTrue();
        });
    }

    @Test
    void aGrantOfAClosedUnitHoldsNowhere() {
        node.directory.gone(STREET);

        node.runAs("li", () -> assertThat(node.access.scope(VIEW).isEmpty()).isTrue());
    }

    @Test
    void withoutADirectoryAUnitIsItsPrefix() {
        node.units.directory = null;

        node.runAs("li", () -> {
            assertThat(node.access.may(VIEW, STREET + "001")).isTrue();
            assertThat(node.access.may(VIEW, "210102022")).isFalse();
        });
    }

    @Test
    void aGrantHoldsFromItsFirstToItsLastDay() {
        LocalDate today = LocalDate.now(db.clock());
        node.access.asSystem("test", () -> {
            node.roles.create(new RoleDraft("guest", "来宾", "Guest", Set.of("venues.room.book")));
            return node.grants.add("li", new NewGrant("guest", STREET, today.plusDays(1), today.plusDays(2)));
        });

        for (int day = 0; day < 4; day++) {
            boolean expected = day == 1 || day == 2;
            db.clock().set(today.plusDays(day));
            node.runAs(
                    "li",
                    () -> assertThat(node.access.may("venues.room.book", STREET))
                            .isEqualTo(expected));
        }
    }

    @Test
    void aDisabledAccountLosesItsRightsAtOnceAlsoInItsOpenSessions() {
        node.runAs("li", () -> {
            node.access.require(VIEW);
            node.access.asSystem("test", () -> node.accounts.disable("li", null));
            assertThat(kind(() -> node.access.require(VIEW))).isEqualTo(Problem.Kind.UNAUTHENTICATED);
        });
    }

    @Test
    void whoMustChangeTheirPasswordMayDoNothingElse() {
        node.access.asSystem("test", () -> {
            node.accounts.resetPassword("li", "quiet-harbour-58-maple");
            return null;
        });

        node.runAs("li", () -> {
            assertThat(node.access.caller().account()).isEqualTo("li");
            assertThatThrownBy(() -> node.access.require(VIEW)).hasMessageContaining("password");
            node.own.changePassword("quiet-harbour-58-maple", Node.PASSWORD, "10.0.0.9", null);
            node.access.require(VIEW);
        });
    }

    @Test
    void anotherNodeSeesAChangeWithinASecond() {
        Node other = new Node(db, node.directory);
        other.runAs("li", () -> other.access.require(VIEW));
        node.access.asSystem("test", () -> node.accounts.disable("li", null));

        other.nanos.addAndGet(Duration.ofSeconds(1).toNanos());

        assertThat(kind(() -> other.runAs("li", () -> other.access.require(VIEW))))
                .isEqualTo(Problem.Kind.UNAUTHENTICATED);
    }

    @Test
    void aCallAsksTheDirectoryOnceHoweverOftenItIsChecked() {
        int before = node.directory.asked();
        node.runAs("li", () -> {
            for (int i = 0; i < 100; i++) {
                node.access.require(VIEW, STREET);
            }
        });
        assertThat(node.directory.asked() - before).isEqualTo(1);
    }

    @Test
    void theSystemMayDoEverything() {
        node.access.asSystem("heping-pack", () -> {
            node.access.requireEverywhere("anything.at.all");
            assertThat(node.access.caller()).extracting(Caller::account).isEqualTo("system:heping-pack");
            return null;
        });
    }

    @Test
    void anAccountCannotPassItselfOffAsTheSystem() {
        assertThat(kind(() -> node.callers.call(new Caller("system:x", "rest", "1"), () -> node.access.scope(VIEW))))
                .isEqualTo(Problem.Kind.UNAUTHENTICATED);
    }

    @Test
    void aConsoleThreadIsItsUsers() throws InterruptedException {
        Subject subject = new Subject();
        subject.getPrincipals().add(new UserPrincipal("li"));

        boolean[] allowed = new boolean[2];
        doAs(subject, () -> {
            allowed[0] = node.access.may(VIEW, STREET);
            // A piped command runs on a thread of its own that the session's thread made.
            Thread piped = new Thread(() -> allowed[1] = node.access.may(VIEW, STREET));
            piped.start();
            join(piped);
            return null;
        });

        assertThat(allowed).containsExactly(true, true);
        assertThat(node.callers.current()).isEmpty();
    }

    @SuppressWarnings("removal")
    private static void doAs(Subject subject, PrivilegedAction<Void> action) {
        Subject.doAs(subject, action);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Problem.Kind kind(ThrowingCallable call) {
        return catchThrowableOfType(Problem.class, call).kind();
    }
}
