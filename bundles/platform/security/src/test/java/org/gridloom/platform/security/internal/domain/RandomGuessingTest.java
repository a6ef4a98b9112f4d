package org.gridloom.platform.security.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.internal.domain.BackOff.Failures;

/** Passwords and failures of any kind. */
class RandomGuessingTest {

    private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

    @Provide
    Arbitrary<String> passwords() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(20),
                Arbitraries.strings().all().ofMinLength(120).ofMaxLength(300),
                Arbitraries.strings().ascii().ofMinLength(8).ofMaxLength(40),
                Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(140));
    }

    @Property(tries = 100)
    void aPasswordIsTakenOrRefusedWithWhatIsWrongAndNeverRepeated(
            @ForAll("passwords") String password, @ForAll @IntRange(min = 8, max = 64) int least) {
        List<String> told;
        try {
            new PasswordRules(least).check("password", password, "zhangwei");
            told = List.of();
        } catch (Problem problem) {
            assertThat(problem.kind()).isEqualTo(Problem.Kind.INVALID);
            told = problem.violations().stream()
                    .map(each -> each.field() + each.message().en())
                    .toList();
            assertThat(told).isNotEmpty().doesNotHaveDuplicates().allMatch(it -> it.startsWith("password"));
        }

        int length = password.codePointCount(0, password.length());
        boolean isOfLength = length >= least && length <= PasswordRules.MAX_LENGTH;
        assertThat(told.stream().noneMatch(it -> it.startsWith("passwordMust have " + least + " to")))
                .isEqualTo(isOfLength);
    }

    @Property(tries = 200)
    void eachFailureBlocksNoShorterThanTheOneBeforeAndNoneForEver(
            @ForAll @IntRange(min = 1, max = 20) int allowed,
            @ForAll @IntRange(min = 1, max = 3600) int first,
            @ForAll @IntRange(min = 1, max = 100_000) int longest,
            @ForAll @Size(max = 60) List<@IntRange(max = 3599) Integer> pauses) {
        Duration most = Duration.ofSeconds(longest);
        BackOff backOff = new BackOff(allowed, Duration.ofSeconds(first), most, Duration.ofHours(1));
        Failures failures = Failures.NONE;
        Instant now = START;
        Duration before = Duration.ZERO;
        for (int i = 0; i < pauses.size(); i++) {
            now = now.plusSeconds(pauses.get(i));
            failures = backOff.after(failures, now);

            Duration block = failures.blocks(now) ? Duration.between(now, failures.blockedUntil()) : Duration.ZERO;
            assertThat(block).isGreaterThanOrEqualTo(before).isLessThanOrEqualTo(most);
            assertThat(failures.blocks(now)).isEqualTo(i + 1 >= allowed);
            assertThat(failures.blocks(now.plus(most))).isFalse();
            before = block;
        }
        Failures later = backOff.after(failures, now.plus(Duration.ofHours(1)).plusSeconds(1));
        assertThat(later.count()).isEqualTo(1);
    }
}
