package org.gridloom.platform.security.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.gridloom.platform.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private final PasswordRules rules = new PasswordRules(10);

    @ParameterizedTest
    @ValueSource(strings = {"sunny-lake-47-bridge", "晴天湖边的四十七座桥梁", "kX9#mq2!vTz8"})
    void aLongUncommonPasswordIsAccepted(String password) {
        assertThatCode(() -> rules.check("password", password, "zhangwei")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short-9x",
                "Password123!",
                "qwertyuiop",
                "1234567890",
                "0987654321",
                "abcdefghijk",
                "aaaaaaaaaaaaaa",
                "woaini1314520",
                "Manchester1",
                "christopher",
                "mustang-2026!",
                "the-ZhangWei-account"
            })
    void aShortCommonOrTellingPasswordIsRefused(String password) {
        assertThat(refusal(password).kind()).isEqualTo(Problem.Kind.INVALID);
    }

    @Test
    void eachBrokenRuleIsNamedAtItsFieldWithoutThePassword() {
        Problem problem = refusal("aaaa");

        assertThat(problem.violations()).hasSize(2).allSatisfy(violation -> {
            assertThat(violation.field()).isEqualTo("password");
            assertThat(violation.message().zh()).doesNotContain("aaaa");
            assertThat(violation.message().en()).doesNotContain("aaaa");
        });
    }

    @Test
    void aPasswordBeyondTheLimitIsRefused() {
        assertThat(refusal("xy3-".repeat(40)).violations()).isNotEmpty();
    }

    @Test
    void generatedPasswordsDifferAndObeyTheRules() {
        Set<String> passwords = new HashSet<>();
        SecureRandom random = new SecureRandom();
        for (int i = 0; i < 200; i++) {
            String password = GeneratedPassword.next(random);
            rules.check("password", password, "admin");
            passwords.add(password);
        }
        assertThat(passwords).hasSize(200);
    }

    private Problem refusal(String password) {
        return catchThrowableOfType(Problem.class, () -> rules.check("password", password, "zhangwei"));
    }
}
