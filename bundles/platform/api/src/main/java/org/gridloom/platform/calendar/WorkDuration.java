package org.gridloom.platform.calendar;

import java.util.Locale;
import java.util.Objects;
import org.gridloom.platform.text.Text;

/**
 * How long something may take, on the district's calendar.
 *
 * @param amount 0 to {@link #MAX}; 0 is no time at all
 * @param unit what is counted
 */
public record WorkDuration(int amount, Unit unit) {

    /** More than this is no deadline. */
    public static final int MAX = 10_000;

    /** What is counted. */
    public enum Unit {
        /** 工作小时: hours within the work hours of work days; ends when so much work time has passed. */
        WORK_HOURS(new Text("工作小时", "work hours")),
        /**
         * 工作日: the day it begins on does not count; ends at the close of work of the N-th work day after it.
         */
        WORK_DAYS(new Text("工作日", "work days")),
        /** 自然日: the day it begins on does not count; ends with the N-th day after it, at midnight. */
        NATURAL_DAYS(new Text("自然日", "natural days"));

        private final Text label;

        Unit(Text label) {
            this.label = label;
        }

        public Text label() {
            return label;
        }
    }

    public WorkDuration {
        Objects.requireNonNull(unit, "unit");
        if (amount < 0 || amount > MAX) {
            throw new IllegalArgumentException("amount must be 0 to " + MAX);
        }
    }

    /**
     * From its canonical form, as in {@code 3 WORK_DAYS}.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static WorkDuration parse(String text) {
        String[] parts = text.strip().split("\\s+", 2);
        if (parts.length < 2) {
            throw new IllegalArgumentException("must be an amount and a unit");
        }
        return new WorkDuration(Integer.parseInt(parts[0]), Unit.valueOf(parts[1].toUpperCase(Locale.ROOT)));
    }

    /** For readers. */
    public Text text() {
        return new Text(
                amount + " 个" + unit.label().zh(), amount + " " + unit.label().en());
    }

    /** The canonical form. */
    @Override
    public String toString() {
        return amount + " " + unit;
    }
}
