package org.gridloom.platform.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.Consequence;
import org.gridloom.platform.unit.PlannedRestructuring;
import org.gridloom.platform.unit.PlannedRestructuring.Kind;
import org.gridloom.platform.unit.UnitScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class GrantConsequencesTest {

    @RegisterExtension
    final TestDatabase db = TestDatabase.of(Node.UNIT);

    @TempDir
    Path data;

    private Node node;
    private GrantConsequences consequences;

    @BeforeEach
    void accounts() {
        node = new Node(db);
        node.start(data);
        node.account("clerk", "210102001", "210102001", Permissions.ACCOUNT_VIEW);
        node.account("worker", "210102001002", "210102001002", Permissions.ACCOUNT_VIEW);
        node.account("other", "210102002", "210102002", Permissions.ACCOUNT_VIEW);
        consequences = new GrantConsequences(node.rights, node.units);
    }

    private long grants(CodeRange... touched) {
        return consequences
                .of(planned(Kind.CLOSE, null, Set.of("210102001"), touched))
                .get(0)
                .count();
    }

    private PlannedRestructuring planned(Kind kind, String parent, Set<String> units, CodeRange... touched) {
        return new PlannedRestructuring(
                kind, units, 7, parent, UnitScope.of(List.of(touched)), LocalDate.now(db.clock()));
    }

    private List<Long> counts(Kind kind, String parent, String... units) {
        return consequences.of(planned(kind, parent, Set.of(units))).stream()
                .map(Consequence::count)
                .toList();
    }

    @Test
    void grantsInTheUnitsThatAreTouchedAreCountedButNotTheWholeDistricts() {
        assertThat(grants(CodeRange.subtree("210102001"))).isEqualTo(2);
        assertThat(grants(CodeRange.only("210102001"))).isEqualTo(1);
        assertThat(grants(CodeRange.only("210102001"), CodeRange.subtree("210102002")))
                .isEqualTo(2);
        assertThat(grants(CodeRange.subtree("210102003"))).isZero();
        assertThat(grants()).isZero();
    }

    @Test
    void aGrantThatHasEndedIsNotCounted() {
        LocalDate today = LocalDate.now(db.clock());
        node.access.asSystem(
                "test",
                () -> node.grants.add("other", new NewGrant("r-other", "210102003", today.minusDays(9), today)));

        assertThat(grants(CodeRange.subtree("210102003"))).isZero();
    }

    @Test
    void aMoveTellsHowManyComeToReachTheUnitsAndHowManyNoLongerDo() {
        node.account("second", "210102001", "210102001", Permissions.ACCOUNT_VIEW);
        node.account("both", "210102001", "210102001", Permissions.ACCOUNT_VIEW);
        also("both", "210102002");
        node.account("everywhere", "210102001", "210102001", Permissions.ACCOUNT_VIEW);
        also("everywhere", null);
        node.account("left", "210102001", "210102001", Permissions.ACCOUNT_VIEW);
        node.access.asSystem("test", () -> node.accounts.disable("left", null));

        assertThat(counts(Kind.MOVE, "210102002", "210102001002")).containsExactly(0L, 1L, 2L);
        assertThat(consequences.of(planned(Kind.MOVE, "210102002", Set.of("210102001002"))))
                .extracting(each -> each.text().en())
                .contains("accounts, which then no longer reach the 7 units that move");
        assertThat(counts(Kind.MOVE, "210102003", "210102001003")).containsExactly(0L, 0L, 3L);
    }

    @Test
    void aGrantFollowsItsUnitBeforeItIsAskedWhomItReaches() {
        node.directory.gone("210102002", "210102004");

        assertThat(counts(Kind.MOVE, "210102004", "210102001002")).containsExactly(0L, 1L, 1L);
        assertThat(counts(Kind.MOVE, "210102002", "210102001002")).containsExactly(0L, 0L, 1L);
    }

    @Test
    void whoHoldsARoleInOneOfTheMergedUnitsReachesThemAll() {
        assertThat(counts(Kind.MERGE, "210102001", "210102001002", "210102001003"))
                .containsExactly(0L, 1L, 0L);
        assertThat(counts(Kind.MERGE, "210102002", "210102001002", "210102002001"))
                .containsExactly(0L, 2L, 1L);
        assertThat(counts(Kind.SPLIT, "210102001", "210102001002")).hasSize(1);
    }

    private void also(String account, String unit) {
        node.access.asSystem("test", () -> node.grants.add(account, new NewGrant("r-" + account, unit, null, null)));
    }
}
