package org.gridloom.training.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;

class MonthsTest {

    @Property
    void whatCountsBeginsOnTheFirstDayThatIsGoodBeyondTheDay(
            @ForAll @IntRange(min = 1, max = 600) int months,
            @ForAll @DateRange(min = "1990-01-01", max = "2060-12-31") LocalDate on) {
        LocalDate first = Months.firstGood(months, on);

        assertThat(first.plusMonths(months)).isAfter(on);
        assertThat(first.minusDays(1).plusMonths(months)).isBeforeOrEqualTo(on);
    }
}
