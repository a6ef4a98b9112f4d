package org.gridloom.platform.rest.internal.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.gridloom.platform.figure.FigureProvider;
import org.junit.jupiter.api.Test;

class KnownFiguresTest {

    private static final List<FigureProvider> SOME = List.of();

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger computed = new AtomicInteger();
    private final KnownFigures<String, Integer> known = new KnownFigures<>(nanos::get);

    @Test
    void anAnswerIsToldAgainWhileNothingChanges() {
        assertThat(ask("a", 7, SOME)).isEqualTo(1);
        assertThat(ask("a", 7, SOME)).isEqualTo(1);
        assertThat(ask("b", 7, SOME)).isEqualTo(2);
    }

    @Test
    void anyChangeInTheDistrictAsksAnew() {
        ask("a", 7, SOME);

        assertThat(ask("a", 8, SOME)).isEqualTo(2);
        assertThat(ask("a", 8, SOME)).isEqualTo(2);
    }

    @Test
    void otherProvidersAreAskedAnew() {
        ask("a", 7, SOME);

        assertThat(ask("a", 7, new ArrayList<>(SOME))).isEqualTo(2);
    }

    @Test
    void whatTheClockAloneChangesIsSeenAMinuteLaterAtTheLatest() {
        ask("a", 7, SOME);
        nanos.addAndGet(KnownFigures.HELD.minus(Duration.ofNanos(1)).toNanos());
        assertThat(ask("a", 7, SOME)).isEqualTo(1);
        nanos.incrementAndGet();

        assertThat(ask("a", 7, SOME)).isEqualTo(2);
    }

    private int ask(String question, long revision, List<FigureProvider> providers) {
        return known.of(question, revision, providers, computed::incrementAndGet);
    }
}
