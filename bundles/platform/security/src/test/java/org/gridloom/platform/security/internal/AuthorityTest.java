package org.gridloom.platform.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.testkit.RecordedAudit;
import org.gridloom.platform.testkit.RecordedEvent;
import org.gridloom.platform.testkit.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class AuthorityTest {

    private static final String STREET = "210102021";
    private static final String OTHER_STREET = "210102022";
    private static final String[] MANAGES = {
        Permissions.ACCOUNT_VIEW, Permissions.ACCOUNT_EDIT, Permissions.GRANT_EDIT, Permissions.ROLE_VIEW
    };

    @RegisterExtension
    final TestDatabase db = TestDatabase.of(Node.UNIT);

    @TempDir
    Path data;

    private Node node;

    @BeforeEach
    void aDistrictWithAStreetsManager() {
        node = new Node(db);
        node.start(data);
        node.account("manager", STREET, STREET, MANAGES);
        node.account("worker", STREET + "001", STREET + "001", Permissions.ACCOUNT_VIEW);
        node.account("stranger", OTHER_STREET, OTHER_STREET, Permissions.ACCOUNT_VIEW);
        node.account("chief", STREET, "210102", Permissions.ACCOUNT_VIEW);
    }

    @Test
    void accountsAreListedByWhetherTheyAreEnabled() {
        node.runAs("admin", () -> {
            node.accounts.disable("worker", null);
            assertThat(node.accounts.list(null, false, PageQuery.first()).items())
                    .extracting(AccountView::name)
                    .containsExactly("worker");
            assertThat(node.accounts.list(null, true, PageQuery.first()).total())
                    .isEqualTo(4);
        });
        node.runAs(
                "manager",
                () -> assertThat(node.accounts
                                .list("w", false, PageQuery.first())
                                .total())
                        .isEqualTo(1));
    }

    @Test
    void aManagerSeesAndChangesOnlyAccountsOfTheirStreet() {
        node.runAs("manager", () -> {
            assertThat(node.accounts.list(null, null, PageQuery.first()).items())
                    .extracting(AccountView::name)
                    .containsExactly("chief", "manager", "worker");
            assertThat(node.accounts.names("", 10)).containsExactly("chief", "manager", "worker");
            assertThat(kind(() -> node.accounts.get("stranger"))).isEqualTo(Problem.Kind.NOT_FOUND);
            assertThat(kind(() -> node.accounts.disable("stranger", null))).isEqualTo(Problem.Kind.NOT_FOUND);
            assertThat(kind(() -> node.accounts.sessions("admin"))).isEqualTo(Problem.Kind.NOT_FOUND);
            assertThat(kind(() -> node.grants.of("stranger"))).isEqualTo(Problem.Kind.NOT_FOUND);
            assertThat(node.accounts.disable("worker", null).enabled()).isFalse();
        });
    }

    @Test
    void aManagerCreatesAccountsOnlyInTheirStreet() {
        node.runAs("manager", () -> {
            node.accounts.create(account("new1", STREET + "002"));
            assertThat(kind(() -> node.accounts.create(account("new2", OTHER_STREET))))
                    .isEqualTo(Problem.Kind.FORBIDDEN);
            assertThat(kind(() -> node.accounts.create(account("new3", null)))).isEqualTo(Problem.Kind.FORBIDDEN);
        });
    }

    @Test
    void anAccountIsNotMovedOutOfTheManagersStreet() {
        long version = node.as("manager", () -> node.accounts.get("worker")).version();

        assertThat(kind(() -> node.runAs(
                        "manager",
                        () -> node.accounts.describe("worker", new AccountDetails("王芳", OTHER_STREET), version))))
                .isEqualTo(Problem.Kind.FORBIDDEN);
    }

    @Test
    void whoCanDoMoreThanTheManagerIsOutOfTheManagersReachEvenInTheSameStreet() {
        node.runAs("manager", () -> {
            assertThat(kind(() -> node.accounts.resetPassword("chief", "quiet-harbour-58-maple")))
                    .isEqualTo(Problem.Kind.FORBIDDEN);
            assertThat(kind(() -> node.accounts.disable("chief", null))).isEqualTo(Problem.Kind.FORBIDDEN);
        });
    }

    @Test
    void nobodyGrantsMoreThanTheyHoldNeitherInPermissionsNorInUnits() {
        node.access.asSystem("test", () -> {
            node.roles.create(new RoleDraft("viewer", "查看", "Viewer", Set.of(Permissions.ACCOUNT_VIEW)));
            return node.roles.create(new RoleDraft("mover", "调整", "Mover", Set.of("organization.unit.move")));
        });
        node.runAs("manager", () -> {
            assertThat(node.grants
                            .add("worker", new NewGrant("viewer", STREET + "002", null, null))
                            .role())
                    .isEqualTo("viewer");
            assertThat(kind(() -> node.grants.add("worker", new NewGrant("viewer", OTHER_STREET, null, null))))
                    .isEqualTo(Problem.Kind.FORBIDDEN);
            assertThat(kind(() -> node.grants.add("worker", new NewGrant("viewer", null, null, null))))
                    .isEqualTo(Problem.Kind.FORBIDDEN);
            assertThat(kind(() -> node.grants.add("worker", new NewGrant("mover", STREET, null, null))))
                    .isEqualTo(Problem.Kind.FORBIDDEN);
            assertThat(kind(() -> node.grants.add("manager", new NewGrant("administrator", STREET, null, null))))
                    .isEqualTo(Problem.Kind.FORBIDDEN);
            assertThat(kind(() -> node.grants.add("manager", new NewGrant("administrator", null, null, null))))
                    .isEqualTo(Problem.Kind.FORBIDDEN);
        });
    }

    @Test
    void aGrantReachesNoFurtherThanTheGiverAfterAMerger() {
        node.access.asSystem(
                "test",
                () -> node.roles.create(new RoleDraft("viewer", "查看", "Viewer", Set.of(Permissions.ACCOUNT_VIEW))));
        node.directory.gone(STREET + "001", OTHER_STREET + "009");

        assertThat(kind(() -> node.runAs(
                        "manager",
                        () -> node.grants.add("worker", new NewGrant("viewer", STREET + "001", null, null)))))
                .isEqualTo(Problem.Kind.FORBIDDEN);
    }

    @Test
    void aRepeatedGrantIsTheSameGrant() {
        NewGrant wanted = new NewGrant("administrator", null, null, null);
        GrantView one = node.as("admin", () -> node.grants.add("worker", wanted));
        GrantView two = node.as("admin", () -> node.grants.add("worker", wanted));

        assertThat(two).isEqualTo(one);
        assertThat(db.events().stream().filter(event -> event.name().equals("platform.grant.added")))
                .extracting(RecordedEvent::payload)
                .filteredOn(payload -> payload.get("role").equals("administrator"))
                .hasSize(1);
    }

    @Test
    void aGrantToAnUnknownUnitRoleOrBackwardsInTimeIsRefusedAtItsField() {
        assertThat(field(new NewGrant("administrator", "999999", null, null))).isEqualTo("unit");
        assertThat(field(new NewGrant("nothing", null, null, null))).isEqualTo("role");
        assertThat(field(new NewGrant(
                        "administrator", null, null, LocalDate.now(db.clock()).minusDays(1))))
                .isEqualTo("validTo");
    }

    @Test
    void theLastAdministratorStays() {
        long grant = node.as("admin", () -> node.grants.of("admin")).get(0).id();
        node.runAs("admin", () -> {
            assertThat(kind(() -> node.accounts.disable("admin", null))).isEqualTo(Problem.Kind.CONFLICT);
            assertThat(kind(() -> node.grants.revoke("admin", grant, null))).isEqualTo(Problem.Kind.CONFLICT);
            node.grants.add(
                    "worker",
                    new NewGrant(
                            "administrator",
                            null,
                            null,
                            LocalDate.now(db.clock()).plusDays(9)));
            assertThat(kind(() -> node.accounts.disable("admin", null)))
                    .as("another one for nine days only is not enough")
                    .isEqualTo(Problem.Kind.CONFLICT);
            node.grants.add("worker", new NewGrant("administrator", null, null, null));
            assertThat(node.accounts.disable("admin", null).enabled()).isFalse();
        });
    }

    @Test
    void twoAdministratorsCannotRemoveEachOtherAtTheSameTime() throws Exception {
        node.as("admin", () -> node.grants.add("worker", new NewGrant("administrator", null, null, null)));
        Node other = new Node(db);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> done = pool.invokeAll(List.of(
                    succeeds(() -> node.runAs("admin", () -> node.accounts.disable("worker", null))),
                    succeeds(() -> other.runAs("worker", () -> other.accounts.disable("admin", null)))));
            assertThat(List.of(done.get(0).get(), done.get(1).get())).containsExactlyInAnyOrder(true, false);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aRoleIsDefinedOnlyByWhoHoldsItsPermissionsEverywhere() {
        node.account("designer", null, null, Permissions.ROLE_EDIT, Permissions.ROLE_VIEW, Permissions.ACCOUNT_VIEW);
        node.runAs("designer", () -> {
            RoleView made =
                    node.roles.create(new RoleDraft("viewer", "查看", "Viewer", Set.of(Permissions.ACCOUNT_VIEW)));
            assertThat(kind(() -> node.roles.change(
                            new RoleDraft(
                                    "viewer",
                                    "查看",
                                    "Viewer",
                                    Set.of(Permissions.ACCOUNT_VIEW, Permissions.SYSTEM_OPERATE)),
                            made.version())))
                    .isEqualTo(Problem.Kind.FORBIDDEN);
            assertThat(kind(() -> node.roles.delete(
                            "r-manager", node.roles.get("r-manager").version())))
                    .isEqualTo(Problem.Kind.FORBIDDEN);
        });
    }

    @Test
    void aRoleThatIsHeldStaysAndTheAdministratorsCannotBeChanged() {
        node.runAs("admin", () -> {
            assertThat(kind(() -> node.roles.delete(
                            "r-manager", node.roles.get("r-manager").version())))
                    .isEqualTo(Problem.Kind.CONFLICT);
            assertThat(kind(() -> node.roles.change(new RoleDraft("administrator", "x", "x", Set.of()), 1)))
                    .isEqualTo(Problem.Kind.CONFLICT);
        });
    }

    @Test
    void changingARoleOfAnOldVersionIsRefusedAndANewPermissionHoldsAtOnce() {
        node.runAs("admin", () -> {
            long version = node.roles.get("r-worker").version();
            RoleDraft wider =
                    new RoleDraft("r-worker", "角色", "Role", Set.of(Permissions.ACCOUNT_VIEW, "venues.room.book"));
            assertThat(node.roles.change(wider, version).version()).isGreaterThan(version);
            assertThat(kind(() -> node.roles.change(wider, version))).isEqualTo(Problem.Kind.CHANGED);
        });
        node.runAs(
                "worker",
                () -> assertThat(node.access.may("venues.room.book", STREET + "001"))
                        .isTrue());
    }

    @Test
    void ofTwoConcurrentEditsOneWinsAndTheOtherIsTold() {
        long version = node.as("admin", () -> node.accounts.get("worker")).version();
        node.as("admin", () -> node.accounts.describe("worker", new AccountDetails("王芳", STREET), version));

        assertThat(kind(() -> node.runAs(
                        "admin", () -> node.accounts.describe("worker", new AccountDetails("李娜", STREET), version))))
                .isEqualTo(Problem.Kind.CHANGED);
    }

    @Test
    void thatADisplayNameIsChangedIsInTheTrailAndTheNameIsNot() {
        long version = node.as("admin", () -> node.accounts.get("worker")).version();
        node.as("admin", () -> node.accounts.describe("worker", new AccountDetails("王芳", STREET), version));

        RecordedAudit entry = db.audit().get(db.audit().size() - 1);
        assertThat(entry.action()).isEqualTo("platform.account.changed");
        assertThat(entry.after()).containsEntry("displayNameChanged", true);
        assertThat(entry.toString()).doesNotContain("王芳");
    }

    @Test
    void anAccountNameIsTakenOnlyOnceWhateverItsCase() {
        assertThat(kind(() -> node.runAs("admin", () -> node.accounts.create(account("Worker", null)))))
                .isEqualTo(Problem.Kind.CONFLICT);
    }

    @Test
    void aBadAccountIsRefusedWithEveryFault() {
        Problem problem = catchThrowableOfType(
                Problem.class,
                () -> node.runAs(
                        "admin", () -> node.accounts.create(new NewAccount("1 bad", " ", "x12", Node.PASSWORD))));

        assertThat(problem.violations())
                .extracting(Violation::field)
                .containsExactlyInAnyOrder("name", "displayName", "unit");
    }

    private String field(NewGrant wanted) {
        return catchThrowableOfType(Problem.class, () -> node.runAs("admin", () -> node.grants.add("worker", wanted)))
                .violations()
                .get(0)
                .field();
    }

    private static NewAccount account(String name, String unit) {
        return new NewAccount(name, "赵敏", unit, Node.PASSWORD);
    }

    private static Callable<Boolean> succeeds(Runnable work) {
        return () -> {
            try {
                work.run();
                return true;
            } catch (Problem refused) {
                return false;
            }
        };
    }

    private static Problem.Kind kind(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        Problem problem = catchThrowableOfType(Problem.class, call);
        return problem == null ? null : problem.kind();
    }
}
