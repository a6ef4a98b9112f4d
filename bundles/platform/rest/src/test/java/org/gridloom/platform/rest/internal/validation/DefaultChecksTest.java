package org.gridloom.platform.rest.internal.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefaultChecksTest {

    private final Locale serverLanguage = Locale.getDefault();

    private record Member(@NotBlank String name) {}

    private record Command(
            @NotBlank @Size(max = 5) String title,
            @Max(9) Integer count,
            @Size(min = 1) List<@Valid Member> members,
            @DecimalMin(value = "0.5", inclusive = true) BigDecimal share,

            @Pattern(regexp = "\\d+", message = "只能是数字 | Digits only") String code,

            @NotNull Boolean open) {}

    @AfterEach
    void restoreLanguage() {
        Locale.setDefault(serverLanguage);
    }

    @Test
    void whatKeepsAllRulesComesBack() {
        Command command = new Command("abc", 9, List.of(new Member("a")), BigDecimal.ONE, "12", true);

        assertThat(new DefaultChecks().valid(command)).isSameAs(command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en", "de"})
    void everyBrokenRuleIsNamedByFieldInBothLanguagesWhateverTheServersOwn(String language) {
        Locale.setDefault(Locale.forLanguageTag(language));
        Command command =
                new Command("abcdef", 10, List.of(new Member("a"), new Member(" ")), new BigDecimal("0.1"), "x", null);

        Problem problem = catchThrowableOfType(Problem.class, () -> new DefaultChecks().valid(command));

        assertThat(problem.kind()).isEqualTo(Problem.Kind.INVALID);
        assertThat(problem.violations())
                .containsExactly(
                        Violation.of("code", new Text("只能是数字", "Digits only")),
                        Violation.of("count", new Text("不得大于 9", "Must be at most 9")),
                        Violation.of("members[1].name", new Text("必填", "Is required")),
                        Violation.of("open", new Text("必填", "Is required")),
                        Violation.of("share", new Text("不得小于 0.5", "Must be at least 0.5")),
                        Violation.of("title", new Text("长度或个数应在 0 至 5 之间", "Must have 0 to 5 characters or entries")));
    }

    @Test
    void nothingIsRefusedToo() {
        assertThat(catchThrowableOfType(Problem.class, () -> new DefaultChecks().valid(null))
                        .kind())
                .isEqualTo(Problem.Kind.INVALID);
    }
}
