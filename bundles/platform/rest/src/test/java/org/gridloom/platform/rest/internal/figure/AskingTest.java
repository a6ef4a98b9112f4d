package org.gridloom.platform.rest.internal.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.gridloom.platform.figure.Figure;
import org.gridloom.platform.figure.FigureProvider;
import org.junit.jupiter.api.Test;

class AskingTest {

    private static final Figure FIVE = new Figure("points.count", "210102", 5, LocalDate.EPOCH, null, null);

    private final FigureProvider points = mock(FigureProvider.class);
    private final FigureProvider patrol = mock(FigureProvider.class);
    private final List<FigureProvider> gone = new ArrayList<>();
    private final Asking asking = new Asking(provider -> !gone.contains(provider));

    @Test
    void whoHasAnsweredIsNotAskedAgainWhereAnotherFails() {
        assertThat(ask(points, () -> List.of(FIVE))).containsExactly(FIVE);
        assertThatThrownBy(() -> ask(patrol, AskingTest::fail)).isInstanceOf(IllegalStateException.class);
        assertThat(asking.hasFailed()).isTrue();

        assertThat(ask(points, AskingTest::fail)).containsExactly(FIVE);
        assertThat(ask(patrol, AskingTest::fail)).isEmpty();
    }

    @Test
    void whoFailedTogetherMayAnswerAlone() {
        assertThatThrownBy(() -> ask(patrol, AskingTest::fail)).isInstanceOf(IllegalStateException.class);

        assertThat(ask(patrol, () -> List.of(FIVE))).containsExactly(FIVE);
    }

    @Test
    void whoIsGoingIsNotAskedAndNobodyElseForThat() {
        gone.add(patrol);

        assertThat(ask(patrol, AskingTest::fail)).isEmpty();
        assertThat(asking.hasFailed()).isFalse();
        assertThat(ask(points, () -> List.of(FIVE))).containsExactly(FIVE);
    }

    private List<Figure> ask(FigureProvider provider, Supplier<List<Figure>> figures) {
        return asking.of(provider, Set.of("points.count"), figures);
    }

    private static List<Figure> fail() {
        throw new IllegalStateException("no table");
    }
}
