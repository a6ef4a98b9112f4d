package org.gridloom.platform.calendar;

import java.time.Instant;
import java.time.LocalDate;
import org.gridloom.platform.text.Text;

/** How near a deadline is. */
public enum Lamp {
    /** There is time. */
    GREEN(new Text("绿", "green")),
    /** No more time is left than the rule for yellow says. */
    YELLOW(new Text("黄", "yellow")),
    /** It is over. */
    RED(new Text("红", "red"));

    private final Text label;

    Lamp(Text label) {
        this.label = label;
    }

    public Text label() {
        return label;
    }

    /**
     * The lamp of a deadline at an instant.
     *
     * @param due the last instant that is in time
     * @param yellow with so much time left, or less, it is yellow
     */
    public static Lamp of(WorkCalendar calendar, Instant due, Instant now, WorkDuration yellow) {
        if (now.isAfter(due)) {
            return RED;
        }
        return calendar.add(now, yellow).isBefore(due) ? GREEN : YELLOW;
    }

    /**
     * The lamp of a date by which something is due: red from the day after.
     *
     * @param yellow with so much time left from {@code today}, or less, it is yellow; work hours reach as far as they do
     *     from the day's beginning
     */
    public static Lamp of(WorkCalendar calendar, LocalDate due, LocalDate today, WorkDuration yellow) {
        if (today.isAfter(due)) {
            return RED;
        }
        return calendar.reach(today, yellow).isBefore(due) ? GREEN : YELLOW;
    }
}
