package org.gridloom.platform.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.security.Principal;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.Duty;
import org.gridloom.platform.security.Permission;
import org.gridloom.platform.security.PermissionSet;
import org.gridloom.platform.testkit.RecordedAudit;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** 三员分立. */
class SeparationTest {

    private static final String AUDIT_READ = "audit.read";
    private static final String WORK = "patrol.finding.edit";

    @RegisterExtension
    final TestDatabase db = TestDatabase.of(Node.UNIT);

    @TempDir
    Path data;

    private Node node;

    @BeforeEach
    void aDistrictWithThreeAdministratorsAndAWorker() {
        node = new Node(db);
        node.catalogue.addSet(permissions(
                new Permission(AUDIT_READ, Text.of("查看审计记录", "Read the audit trail"), Duty.AUDIT),
                new Permission(WORK, Text.of("巡查", "Patrol"))));
        node.start(data);
        holder("system", "system-administrator");
        holder("security", "security-administrator");
        holder("audit", "auditor");
        node.account("worker", "210102021", "210102021", WORK);
    }

    private static PermissionSet permissions(Permission... permissions) {
        return () -> java.util.List.of(permissions);
    }

    private void holder(String name, String role) {
        node.access.asSystem("test", () -> {
            node.accounts.create(new NewAccount(name, "李娜", null, "first-" + Node.PASSWORD));
            return node.grants.add(name, new NewGrant(role, null, null, null));
        });
        node.runAs(name, () -> node.own.changePassword("first-" + Node.PASSWORD, Node.PASSWORD, "10.0.0.9", null));
    }

    private void separate() {
        node.runAs("admin", () -> node.separation.set(true, "等级保护三级"));
    }

    private static Problem.Kind kind(Runnable work) {
        Problem problem = catchThrowableOfType(Problem.class, work::run);
        return problem == null ? null : problem.kind();
    }

    private boolean may(String account, String permission) {
        return node.as(account, () -> !node.access.scope(permission).isEmpty());
    }

    @Test
    void onTheConsoleTheSystemAdministratorOnlyLooksThen() {
        ConsoleSignIn console =
                new ConsoleSignIn(db.access(), node.credentials, node.rights, node.units, node.catalogue);
        assertThat(roles(console, "system")).contains("admin");

        separate();

        assertThat(roles(console, "system")).contains("viewer").doesNotContain("admin");
    }

    private static Set<String> roles(ConsoleSignIn console, String account) {
        return console.signIn(account, Node.PASSWORD, "10.0.0.1").roles().stream()
                .map(Principal::getName)
                .collect(Collectors.toSet());
    }

    @Test
    void eachDoesOnlyTheirOwnWork() {
        separate();

        assertThat(may("system", Permissions.ACCOUNT_EDIT)).isTrue();
        assertThat(may("system", Permissions.GRANT_EDIT)).isFalse();
        assertThat(may("system", AUDIT_READ)).isFalse();
        assertThat(may("security", Permissions.GRANT_EDIT)).isTrue();
        assertThat(may("security", Permissions.ACCOUNT_EDIT)).isFalse();
        assertThat(may("security", AUDIT_READ)).isFalse();
        assertThat(may("audit", AUDIT_READ)).isTrue();
        assertThat(may("audit", Permissions.ACCOUNT_EDIT)).isFalse();
        assertThat(may("audit", Permissions.GRANT_EDIT)).isFalse();
    }

    @Test
    void whoCouldDoEverythingLosesAllThreeDutiesAtOnce() {
        assertThat(may("admin", AUDIT_READ)).isTrue();
        separate();

        for (String permission : Set.of(
                AUDIT_READ,
                Permissions.ACCOUNT_EDIT,
                Permissions.GRANT_EDIT,
                Permissions.ROLE_EDIT,
                Permissions.SYSTEM_OPERATE)) {
            assertThat(may("admin", permission)).as(permission).isFalse();
            assertThat(node.as("admin", node.own::self).permissions()).doesNotContain(permission);
        }
        assertThat(may("admin", WORK)).isTrue();
        assertThat(kind(() -> node.runAs("admin", () -> node.separation.set(false, null))))
                .isEqualTo(Problem.Kind.FORBIDDEN);
    }

    @Test
    void theSecurityAdministratorGivesWhatOthersDoAndNothingToThemselves() {
        separate();

        node.runAs("security", () -> {
            node.grants.add("worker", new NewGrant("street-staff", "210102021", null, null));
            assertThat(kind(() -> node.grants.add("security", new NewGrant("street-staff", null, null, null))))
                    .isEqualTo(Problem.Kind.FORBIDDEN);
            assertThat(kind(() -> node.roles.change(
                            new RoleDraft(
                                    "security-administrator",
                                    "安全",
                                    "Security",
                                    Set.of(Permissions.GRANT_EDIT, Permissions.ROLE_EDIT, WORK)),
                            node.roles.get("security-administrator").version())))
                    .isEqualTo(Problem.Kind.FORBIDDEN);
        });
    }

    @Test
    void nobodyGetsTwoDuties() {
        separate();

        node.runAs("security", () -> {
            assertThat(kind(() -> node.grants.add("system", new NewGrant("auditor", null, null, null))))
                    .isEqualTo(Problem.Kind.CONFLICT);
            assertThat(kind(() -> node.grants.add("worker", new NewGrant("administrator", null, null, null))))
                    .isEqualTo(Problem.Kind.CONFLICT);
            assertThat(kind(() -> node.roles.create(
                            new RoleDraft("both", "兼任", "Both", Set.of(Permissions.ACCOUNT_EDIT, AUDIT_READ)))))
                    .isEqualTo(Problem.Kind.CONFLICT);
            assertThat(kind(() -> node.roles.change(
                            new RoleDraft("r-worker", "角色", "Role", Set.of(WORK, AUDIT_READ)),
                            node.roles.get("r-worker").version())))
                    .as("a role that is granted gets no duty")
                    .isEqualTo(Problem.Kind.CONFLICT);
        });
        assertThat(node.as("security", () -> node.grants.of("system"))).hasSize(1);
    }

    @Test
    void theSystemAdministratorKeepsAccountsButNotThoseOfTheOtherTwo() {
        separate();

        node.runAs("system", () -> {
            node.accounts.create(new NewAccount("newcomer", "王芳", null, "first-" + Node.PASSWORD));
            node.accounts.resetPassword("worker", "second-" + Node.PASSWORD);
            assertThat(kind(() -> node.accounts.resetPassword("audit", "second-" + Node.PASSWORD)))
                    .isEqualTo(Problem.Kind.FORBIDDEN);
            assertThat(kind(() -> node.accounts.disable("security", null))).isEqualTo(Problem.Kind.FORBIDDEN);
        });
    }

    @Test
    void eachDutyKeepsSomebodyWhoDoesIt() {
        separate();
        long grant = node.as("security", () -> node.grants.of("audit")).get(0).id();

        assertThat(kind(() -> node.runAs("security", () -> node.grants.revoke("audit", grant, null))))
                .isEqualTo(Problem.Kind.CONFLICT);
        assertThat(kind(() -> node.runAs("system", () -> node.accounts.disable("system", null))))
                .isEqualTo(Problem.Kind.CONFLICT);
        assertThat(node.as("security", node.separation::standing).holders())
                .isEqualTo(Map.of(
                        Duty.SYSTEM, Set.of("system"), Duty.SECURITY, Set.of("security"), Duty.AUDIT, Set.of("audit")));
    }

    @Test
    void withoutSomebodyForEachDutyTheyAreNotKeptApart() {
        long grant = node.as("admin", () -> node.grants.of("audit")).get(0).id();
        node.runAs("admin", () -> node.grants.revoke("audit", grant, null));

        assertThat(kind(this::separate)).isEqualTo(Problem.Kind.CONFLICT);
        assertThat(may("admin", AUDIT_READ)).isTrue();
        assertThat(node.as("admin", node.separation::standing).separated()).isFalse();
    }

    @Test
    void joinedAgainTheOldRulesHoldAndBothAreInTheTrail() {
        separate();
        separateAgainChangesNothing();
        node.runAs("security", () -> node.separation.set(false, "试点结束"));

        assertThat(may("admin", AUDIT_READ)).isTrue();
        assertThat(kind(() -> node.runAs(
                        "security", () -> node.grants.add("worker", new NewGrant("auditor", null, null, null)))))
                .as("again nobody gives more than they hold")
                .isEqualTo(Problem.Kind.FORBIDDEN);
        assertThat(db.audit())
                .filteredOn(entry -> entry.subject().equals("district/administrators"))
                .extracting(RecordedAudit::action)
                .containsExactly("platform.administrators.separated", "platform.administrators.joined");
    }

    private void separateAgainChangesNothing() {
        node.runAs("security", () -> node.separation.set(true, null));
    }

    @Test
    void whoHasNoRolesToEditKeepsThemNeitherApartNorTogether() {
        assertThat(kind(() -> node.runAs("worker", () -> node.separation.set(true, null))))
                .isEqualTo(Problem.Kind.FORBIDDEN);
        assertThat(kind(() -> node.runAs("audit", () -> node.separation.set(true, null))))
                .isEqualTo(Problem.Kind.FORBIDDEN);
    }
}
