package org.gridloom.platform.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gridloom.platform.privacy.HeldDatum;
import org.gridloom.platform.privacy.PersonalField;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.testkit.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AccountRecordsTest {

    private static final String NAME = "欧阳知秋";

    @RegisterExtension
    final TestDatabase db = TestDatabase.of(Node.UNIT);

    private Node node;
    private AccountRecords records;

    @BeforeEach
    void anAccount() {
        node = new Node(db);
        records = new AccountRecords(node.rights);
        node.account("ouyang", null, null, "x.y.z");
        node.access.asSystem("test", () -> node.accounts.describe("ouyang", new AccountDetails(NAME, null), version()));
        node.sessions.open("ouyang", "10.0.0.9", "browser");
    }

    @Test
    void whatAnAccountSaysOfItsPersonIsHeld() {
        assertThat(records.held("account/Ouyang"))
                .anySatisfy(it -> assertThat(it.value()).isEqualTo(NAME))
                .anySatisfy(it -> assertThat(it.value()).contains("r-ouyang"))
                .anySatisfy(it -> assertThat(it.value()).contains("10.0.0.9", "browser"))
                .extracting(HeldDatum::field)
                .containsAll(records.fields().stream().map(PersonalField::code).toList());
        assertThat(records.held("account/nobody")).isEmpty();
        assertThat(records.held("person/ouyang")).isEmpty();
    }

    @Test
    void anAccountInUseIsClosedFirst() {
        assertThatThrownBy(() -> records.erase("account/ouyang"))
                .isInstanceOfSatisfying(
                        Problem.class, it -> assertThat(it.kind()).isEqualTo(Problem.Kind.CONFLICT));
        assertThat(db.holding(NAME)).containsExactly("security_account.display_name");
    }

    @Test
    void theNameOfWhoIsErasedIsInNoTable() {
        node.access.asSystem("test", () -> node.accounts.disable("ouyang", "离任"));
        records.erase("person/ouyang");
        assertThat(db.holding(NAME)).isNotEmpty();

        records.erase("account/Ouyang");

        assertThat(db.holding(NAME)).isEmpty();
        assertThat(db.holding("10.0.0.9")).isEmpty();
        assertThat(node.access.<String>asSystem(
                        "test", () -> node.accounts.get("ouyang").displayName()))
                .isEqualTo(AccountRecords.ERASED);
        records.erase("account/nobody");
    }

    private long version() {
        return node.accounts.get("ouyang").version();
    }
}
