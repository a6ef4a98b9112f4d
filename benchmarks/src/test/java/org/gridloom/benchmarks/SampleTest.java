package org.gridloom.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTest {

    @Test
    void aRatioIsTakenRoundByRound() {
        Sample busy = Sample.of(List.of(2.0, 20.0, 4.0));
        Sample floor = Sample.of(List.of(1.0, 10.0, 1.0));

        assertThat(busy.over(floor).shown("%.1f")).isEqualTo("2.0 (2.0–4.0)");
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetween() {
        assertThat(Sample.of(List.of(4.0, 1.0, 2.0, 3.0)).median()).isEqualTo(2.5);
    }
}
