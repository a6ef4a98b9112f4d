package org.gridloom.platform.count;

import java.time.LocalDate;
import java.util.Objects;

/**
 * From a day on there are so many more, or fewer, of something. A record that stands from one day until before another
 * makes two changes, +1 on the first and −1 on the last; one that merely happens makes one.
 *
 * @param counter what is counted, {@code <capability>.<records>}: the name of the bundle's {@code counts/<counter>.sql}
 * @param part what is told apart in the count, such as a level or a kind; empty for nothing
 * @param unit code of the territory unit under which the record was written; it is never rewritten
 * @param day first day on which it holds
 * @param amount how many more; negative for fewer
 */
public record CountChange(String counter, String part, String unit, LocalDate day, long amount) {

    private static final int LONGEST_CODE = 40;

    public CountChange {
        Objects.requireNonNull(counter, "counter");
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(day, "day");
        if (unit.isEmpty() || unit.length() > LONGEST_CODE) {
            throw new IllegalArgumentException("unit must have 1 to " + LONGEST_CODE + " digits");
        }
    }

    /** The change taken back. */
    public CountChange undone() {
        return new CountChange(counter, part, unit, day, -amount);
    }
}
