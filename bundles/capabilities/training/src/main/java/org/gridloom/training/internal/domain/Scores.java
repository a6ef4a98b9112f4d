package org.gridloom.training.internal.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Scores and percentages as they are shown. */
public final class Scores {

    private Scores() {}

    /** The same without what the database fills up; null for null. */
    public static BigDecimal plain(BigDecimal score) {
        if (score == null) {
            return null;
        }
        BigDecimal shortest = score.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    /** Percent with one decimal; 100 where there is nothing to do. */
    public static BigDecimal percent(long part, long whole) {
        return whole == 0
                ? BigDecimal.valueOf(100)
                : BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }
}
