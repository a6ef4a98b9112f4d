package org.gridloom.platform.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.unit.CodeRange;
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
        consequences = new GrantConsequences(node.rights);
    }

    private long grants(CodeRange... touched) {
        return consequences
                .of(new PlannedRestructuring(
                        Kind.MERGE, Set.of("210102001"), UnitScope.of(List.of(touched)), LocalDate.now(db.clock())))
                .get(0)
                .count();
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
}
