package org.gridloom.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class PageTest {

    private static final LongSupplier UNASKED = () -> {
        throw new AssertionError("Nothing is to be counted");
    };

    @Test
    void aPartThatIsNotFullEndsTheListAndTellsItsTotal() {
        assertThat(Page.of(List.of(1), query(0), UNASKED).total()).isEqualTo(1);
        assertThat(Page.of(List.of(1), query(3), UNASKED).total()).isEqualTo(7);
        assertThat(Page.of(List.of(), query(0), UNASKED).total()).isZero();
    }

    @Test
    void afterAFullPartAndBeyondTheEndTheListIsCounted() {
        assertThat(Page.of(List.of(1, 2), query(0), () -> 9).total()).isEqualTo(9);
        assertThat(Page.of(List.of(), query(4), () -> 3).total()).isEqualTo(3);
    }

    private static PageQuery query(int page) {
        return new PageQuery(page, 2, List.of());
    }
}
