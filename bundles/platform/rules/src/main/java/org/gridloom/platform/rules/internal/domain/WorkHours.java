package org.gridloom.platform.rules.internal.domain;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * When work is done on a work day.
 *
 * @param week from Monday; Saturday and Sunday have the hours of work days that make up for a holiday
 */
public record WorkHours(List<List<Span>> week) {

    /** A stretch of work, the end not included. */
    public record Span(LocalTime from, LocalTime to) {}

    public WorkHours {
        week = List.copyOf(week);
    }

    /**
     * @param days seven texts from Monday, as in {@code 08:30-11:30,13:00-17:00}
     * @throws IllegalArgumentException where one is not of this form, is empty, or its spans are not in order
     */
    public static WorkHours parse(List<String> days) {
        return new WorkHours(days.stream().map(WorkHours::spans).toList());
    }

    List<Span> on(DayOfWeek day) {
        return week.get(day.getValue() - 1);
    }

    private static List<Span> spans(String text) {
        List<Span> spans = new ArrayList<>();
        LocalTime last = null;
        for (String part : text.strip().split("\\s*,\\s*")) {
            Span span = span(part);
            if (!span.from().isBefore(span.to()) || last != null && span.from().isBefore(last)) {
                throw new IllegalArgumentException("hours must be in order: " + text);
            }
            last = span.to();
            spans.add(span);
        }
        return List.copyOf(spans);
    }

    private static Span span(String text) {
        String[] ends = text.split("\\s*-\\s*");
        try {
            if (ends.length == 2) {
                return new Span(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("hours must be as in 08:30-11:30, not " + text, e);
        }
        throw new IllegalArgumentException("hours must be as in 08:30-11:30,13:00-17:00, not " + text);
    }
}
