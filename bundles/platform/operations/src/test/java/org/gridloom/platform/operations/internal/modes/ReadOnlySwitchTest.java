package org.gridloom.platform.operations.internal.modes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.gridloom.platform.operations.internal.Permissions;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.testkit.RecordedAudit;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReadOnlySwitchTest {

    private static final ReadOnlyReason MOVE = new ReadOnlyReason(" 搬迁服务器,约 20 分钟 ");

    @RegisterExtension
    final TestDatabase db = TestDatabase.of();

    @Test
    void turningItOnAndOffIsAuditedWithTheReason() {
        ReadOnlySwitch readOnly = readOnly();
        ReadOnlyView on = readOnly.on(MOVE);
        assertThat(on.on()).isTrue();
        assertThat(on.reason()).isEqualTo("搬迁服务器,约 20 分钟");
        assertThat(on.writing()).isZero();
        assertThat(readOnly.off().on()).isFalse();
        assertThat(db.audit())
                .extracting(RecordedAudit::action, RecordedAudit::account, RecordedAudit::reason)
                .containsExactly(
                        tuple("platform.read-only.on", "tester", "搬迁服务器,约 20 分钟"),
                        tuple("platform.read-only.off", "tester", null));
    }

    @Test
    void whoeverTurnsItTwiceLearnsWhoDidAndWhy() {
        ReadOnlySwitch readOnly = readOnly();
        readOnly.on(MOVE);
        assertThatThrownBy(() -> readOnly.on(new ReadOnlyReason("又一次")))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFLICT);
                    assertThat(problem.text().zh()).contains("搬迁服务器", "tester");
                });
        readOnly.off();
        assertThatThrownBy(readOnly::off)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFLICT));
        assertThat(db.audit()).hasSize(2);
    }

    @Test
    void aReasonIsNeededAndNamed() {
        for (String reason : new String[] {null, "  ", "长".repeat(201)}) {
            assertThatThrownBy(() -> readOnly().on(new ReadOnlyReason(reason)))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.violations())
                                    .extracting(Violation::field)
                                    .containsExactly("reason"));
        }
        assertThat(readOnly().status().on()).isFalse();
    }

    @Test
    void oneStreetsPermissionIsNotEnoughAndTheReasonIsForEverybody() {
        readOnly().on(MOVE);
        db.access()
                .signIn(
                        "street",
                        Map.of(Permissions.READ_ONLY, UnitScope.of(List.of(new CodeRange("210102021", "210102022")))));
        ReadOnlyView seen = readOnly().status();
        assertThat(seen.reason()).isEqualTo("搬迁服务器,约 20 分钟");
        assertThat(seen.account()).isNull();
        assertThatThrownBy(() -> readOnly().off())
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.FORBIDDEN));
        assertThat(seen.on()).isTrue();
    }

    private ReadOnlySwitch readOnly() {
        return new ReadOnlySwitch(db.access(), db.readOnlyMode(), db.checks(), db.clock());
    }
}
