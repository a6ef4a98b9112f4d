package org.gridloom.platform.security.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.gridloom.platform.security.internal.domain.BackOff.Failures;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

    private final BackOff backOff = new BackOff(3, Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofHours(1));

    @Test
    void failuresBelowTheLimitBlockNothing() {
        assertThat(after(2).blocks(START)).isFalse();
    }

    @Test
    void eachFailureFromTheLimitOnBlocksTwiceAsLongUpToTheLongest() {
        assertThat(after(3).blockedUntil()).isEqualTo(START.plusSeconds(30));
        assertThat(after(4).blockedUntil()).isEqualTo(START.plusSeconds(60));
        assertThat(after(5).blockedUntil()).isEqualTo(START.plusSeconds(120));
        assertThat(after(6).blockedUntil()).isEqualTo(START.plusSeconds(120));
        assertThat(after(500).blockedUntil()).isEqualTo(START.plusSeconds(120));
    }

    @Test
    void aBlockEndsByItself() {
        assertThat(after(3).blocks(START.plusSeconds(29))).isTrue();
        assertThat(after(3).blocks(START.plusSeconds(30))).isFalse();
    }

    @Test
    void aQuietSpellForgetsTheFailures() {
        Failures later = backOff.after(after(10), START.plus(Duration.ofMinutes(61)));

        assertThat(later.count()).isEqualTo(1);
        assertThat(later.blockedUntil()).isNull();
    }

    private Failures after(int count) {
        Failures failures = Failures.NONE;
        for (int i = 0; i < count; i++) {
            failures = backOff.after(failures, START);
        }
        return failures;
    }
}
