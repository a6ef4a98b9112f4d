package org.gridloom.platform.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.gridloom.platform.text.Text;

/**
 * A column of a rule set. Made by the factories; a column is required and no part of the key unless said otherwise.
 *
 * @param code for good, as in {@code deadline}
 * @param label its header
 * @param type what its values are
 * @param key whether it is part of what distinguishes rows; a set without key columns has exactly one row
 * @param required whether a row may leave it out
 * @param choices what may be chosen, for {@link Type#CHOICE}
 * @param unit what a number counts; null for none
 * @param min least number or amount
 * @param max greatest number or amount, for a text its length
 */
public record RuleColumn(
        String code,
        Text label,
        Type type,
        boolean key,
        boolean required,
        List<Choice> choices,
        Text unit,
        BigDecimal min,
        BigDecimal max) {

    private static final int TEXT_LENGTH = 200;

    /** Types of values, with the form in which they are kept. */
    public enum Type {
        /** Text as it is. */
        TEXT,
        /** Code of a {@link Choice}. */
        CHOICE,
        /** Decimal number, as in {@code 12.5}. */
        NUMBER,
        /** {@code true} or {@code false}. */
        YES_NO,
        /** {@link org.gridloom.platform.calendar.WorkDuration}, as in {@code 3 WORK_DAYS}. */
        DURATION
    }

    /** Something that may be chosen. */
    public record Choice(String code, Text label) {}

    public RuleColumn {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(type, "type");
        choices = List.copyOf(choices);
    }

    public static RuleColumn text(String code, Text label) {
        return plain(code, label, Type.TEXT, null, BigDecimal.valueOf(TEXT_LENGTH));
    }

    public static RuleColumn yesNo(String code, Text label) {
        return plain(code, label, Type.YES_NO, null, null);
    }

    public static RuleColumn choice(String code, Text label, List<Choice> choices) {
        return new RuleColumn(code, label, Type.CHOICE, false, true, choices, null, null, null);
    }

    /** @param unit what it counts; null for none */
    public static RuleColumn number(String code, Text label, Text unit, long min, long max) {
        return new RuleColumn(
                code,
                label,
                Type.NUMBER,
                false,
                true,
                List.of(),
                unit,
                BigDecimal.valueOf(min),
                BigDecimal.valueOf(max));
    }

    /** A duration of an amount within the bounds, in any unit. */
    public static RuleColumn duration(String code, Text label, int min, int max) {
        return plain(code, label, Type.DURATION, BigDecimal.valueOf(min), BigDecimal.valueOf(max));
    }

    /** The same as part of the key. */
    public RuleColumn asKey() {
        return new RuleColumn(code, label, type, true, true, choices, unit, min, max);
    }

    /** The same, which rows may leave out. */
    public RuleColumn optional() {
        return new RuleColumn(code, label, type, key, false, choices, unit, min, max);
    }

    private static RuleColumn plain(String code, Text label, Type type, BigDecimal min, BigDecimal max) {
        return new RuleColumn(code, label, type, false, true, List.of(), null, min, max);
    }
}
