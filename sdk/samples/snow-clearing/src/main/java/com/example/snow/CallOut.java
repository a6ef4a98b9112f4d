package com.example.snow;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A team goes out to clear a grid of snow (除雪出动).
 *
 * @param number the vendor's or the district's own, for good
 * @param unit code of the territory unit that is cleared, as it was when this was written
 * @param team code of the team
 * @param state {@link #ORDERED}, {@link #DONE} or {@link #CANCELLED}
 * @param machines how many go along
 * @param hours how long it took; null until it is done
 * @param note remark; null for none
 * @param version for the next change
 */
public record CallOut(
        String number,
        String unit,
        String team,
        LocalDate day,
        String state,
        int machines,
        BigDecimal hours,
        String note,
        long version) {

    public static final String ORDERED = "ordered";
    public static final String DONE = "done";
    public static final String CANCELLED = "cancelled";
}
