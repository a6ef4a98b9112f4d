package org.gridloom.platform.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.testkit.RecordedAudit;
import org.gridloom.platform.testkit.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CredentialsTest {

    private static final String HERE = "10.0.0.1";
    private static final String ELSEWHERE = "10.0.0.2";
    private static final String MACHINE = "127.0.0.1";

    @RegisterExtension
    final TestDatabase db = TestDatabase.of(Node.UNIT);

    private Node node;

    @BeforeEach
    void anAccount() {
        node = new Node(db);
        node.account("li", null, null, "x.y.z");
    }

    @Test
    void theRightPasswordIsBelievedWhateverTheNamesCase() {
        assertThat(node.credentials.verify(" Li", Node.PASSWORD, HERE)).isEqualTo("li");
    }

    @Test
    void unknownNameWrongPasswordAndDisabledAccountGetTheSameAnswer() {
        node.account("off", null, null, "x.y.z");
        node.access.asSystem("test", () -> node.accounts.disable("off", null));

        assertThat(List.of(
                        refusal("li", "wrong-password", HERE).getMessage(),
                        refusal("nobody", "wrong-password", HERE).getMessage(),
                        refusal("off", Node.PASSWORD, HERE).getMessage()))
                .containsOnly("The account name or the password is wrong");
    }

    @Test
    void afterFiveFailuresTheAccountIsLockedForThatSourceOnly() {
        fail("li", HERE, 5);

        Problem refused = refusal("li", Node.PASSWORD, HERE);
        assertThat(refused.kind()).isEqualTo(Problem.Kind.TOO_MANY);
        assertThat(refused.details()).containsEntry("retryAfter", 31L);
        assertThatCode(() -> node.credentials.verify("li", Node.PASSWORD, ELSEWHERE))
                .doesNotThrowAnyException();
    }

    @Test
    void aNameThatNobodyBearsIsLockedLikeAnyOther() {
        fail("nobody", HERE, 5);

        assertThat(refusal("nobody", "wrong-password", HERE).kind()).isEqualTo(Problem.Kind.TOO_MANY);
    }

    @Test
    void aLockEndsByItselfAndComesBackLongerAfterTheNextFailure() {
        fail("li", HERE, 5);
        db.clock().advance(Duration.ofSeconds(30));
        fail("li", HERE, 1);
        db.clock().advance(Duration.ofSeconds(59));
        assertThat(refusal("li", Node.PASSWORD, HERE).kind()).isEqualTo(Problem.Kind.TOO_MANY);

        db.clock().advance(Duration.ofSeconds(1));

        assertThatCode(() -> node.credentials.verify("li", Node.PASSWORD, HERE)).doesNotThrowAnyException();
    }

    @Test
    void successForgivesTheAccountsFailures() {
        fail("li", HERE, 4);
        node.credentials.verify("li", Node.PASSWORD, HERE);

        fail("li", HERE, 4);

        assertThatCode(() -> node.credentials.verify("li", Node.PASSWORD, HERE)).doesNotThrowAnyException();
    }

    @Test
    void anAttackFromManySourcesLocksTheAccountForStrangersButNotForTheMachineItself() {
        for (int i = 0; i < 25; i++) {
            fail("li", "10.9.9." + i, 1);
        }

        assertThat(refusal("li", Node.PASSWORD, HERE).kind()).isEqualTo(Problem.Kind.TOO_MANY);
        assertThatCode(() -> node.credentials.verify("li", Node.PASSWORD, MACHINE))
                .doesNotThrowAnyException();
    }

    @Test
    void aSourceThatTriesManyNamesIsSlowedDownForAllAndSuccessDoesNotForgiveIt() {
        for (int i = 0; i < 49; i++) {
            fail("name" + i, HERE, 1);
        }
        node.credentials.verify("li", Node.PASSWORD, HERE);
        fail("another", HERE, 1);

        assertThat(refusal("li", Node.PASSWORD, HERE).kind()).isEqualTo(Problem.Kind.TOO_MANY);
    }

    @Test
    void unlockingEndsTheLockAndTellsTheAuditTrail() {
        fail("li", HERE, 5);
        assertThat(node.access.asSystem("test", () -> node.accounts.get("li")).lockedUntil())
                .isNotNull();

        node.access.asSystem("test", () -> {
            node.accounts.unlock("li");
            return null;
        });

        assertThatCode(() -> node.credentials.verify("li", Node.PASSWORD, HERE)).doesNotThrowAnyException();
        assertThat(db.audit())
                .extracting(RecordedAudit::action)
                .contains("platform.account.locked", "platform.account.unlocked");
    }

    @Test
    void whatWasTypedIsNowhereInTheDatabaseInClear() {
        fail("my-secret-typed-as-name", HERE, 5);

        assertThat(db.audit())
                .allSatisfy(entry -> assertThat(entry.toString())
                        .doesNotContain("my-secret-typed-as-name")
                        .doesNotContain(Node.PASSWORD));
        assertThat(db.events()).allSatisfy(event -> assertThat(event.toString()).doesNotContain(Node.PASSWORD));
    }

    @Test
    void aRememberedCredentialIsDroppedWhenThePasswordChanges() {
        node.credentials.verifyAgain("li", Node.PASSWORD, HERE);
        node.runAs("li", () -> node.own.changePassword(Node.PASSWORD, "quiet-harbour-58-maple", HERE, null));

        assertThat(catchThrowableOfType(Problem.class, () -> node.credentials.verifyAgain("li", Node.PASSWORD, HERE))
                        .kind())
                .isEqualTo(Problem.Kind.UNAUTHENTICATED);
    }

    @Test
    void aRememberedCredentialIsDroppedOnEveryNodeWhenTheAccountIsDisabled() {
        Node other = new Node(db);
        other.credentials.verifyAgain("li", Node.PASSWORD, HERE);
        node.access.asSystem("test", () -> node.accounts.disable("li", null));

        assertThat(catchThrowableOfType(Problem.class, () -> other.credentials.verifyAgain("li", Node.PASSWORD, HERE))
                        .kind())
                .isEqualTo(Problem.Kind.UNAUTHENTICATED);
    }

    @Test
    void aRememberedCredentialIsBelievedEvenWhileTheSourceIsLocked() {
        node.credentials.verifyAgain("li", Node.PASSWORD, HERE);
        fail("li", HERE, 5);

        assertThatCode(() -> node.credentials.verifyAgain("li", Node.PASSWORD, HERE))
                .doesNotThrowAnyException();
    }

    @Test
    void aBurstOfGuessesGetsNoMoreTriesThanAllowed() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            Callable<Problem.Kind> guess =
                    () -> refusal("li", "wrong-password", HERE).kind();
            List<Future<Problem.Kind>> answers = pool.invokeAll(java.util.Collections.nCopies(30, guess));
            int tries = 0;
            for (Future<Problem.Kind> answer : answers) {
                tries += answer.get() == Problem.Kind.UNAUTHENTICATED ? 1 : 0;
            }
            assertThat(tries).isEqualTo(5);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void storedHashesAreArgon2idWithASaltOfTheirOwn() {
        PasswordHashes hashes = new PasswordHashes();
        String one = hashes.hash(Node.PASSWORD);
        String two = hashes.hash(Node.PASSWORD);

        assertThat(one).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").isNotEqualTo(two);
        assertThat(hashes.matches(Node.PASSWORD, one)).isTrue();
        assertThat(hashes.matches(Node.PASSWORD + "x", one)).isFalse();
        assertThat(hashes.matches(Node.PASSWORD, null)).isFalse();
    }

    private void fail(String name, String source, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(refusal(name, "wrong-password", source).kind()).isEqualTo(Problem.Kind.UNAUTHENTICATED);
        }
    }

    private Problem refusal(String name, String password, String source) {
        return catchThrowableOfType(Problem.class, () -> node.credentials.verify(name, password, source));
    }
}
