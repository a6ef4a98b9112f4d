package org.gridloom.platform.state;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.gridloom.platform.text.Text;

/**
 * Something that a step has to show. Made by the factories; required unless said otherwise.
 *
 * @param name for good, as in {@code report}
 * @param label what it is called
 * @param type what it is
 * @param required whether a step may go without
 * @param choices what may be chosen, for {@link Type#CHOICE}
 * @param min least number
 * @param max greatest number, or most characters of a text
 * @param help what to give, null where the label says it
 */
public record Evidence(
        String name,
        Text label,
        Type type,
        boolean required,
        List<Choice> choices,
        BigDecimal min,
        BigDecimal max,
        Text help) {

    private static final int MOST_FILES = 20;

    /** Types of evidence, with the form in which a value is sent and kept. */
    public enum Type {
        /** Words. */
        TEXT,
        /** A date, as in {@code 2026-03-02}. */
        DATE,
        /** A date that is not in the future. */
        PAST_DATE,
        /** A decimal number, as in {@code 12.5}. */
        NUMBER,
        /** Code of a {@link Choice}. */
        CHOICE,
        /** Number (文号) of a document; looked up where the district keeps a register. */
        DOCUMENT,
        /** Ids of attachments, separated by commas. */
        FILES
    }

    /** Something that may be chosen. */
    public record Choice(String code, Text label) {}

    public Evidence {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(type, "type");
        choices = List.copyOf(choices);
    }

    /** @param limit most characters */
    public static Evidence text(String name, Text label, int limit) {
        return plain(name, label, Type.TEXT, null, BigDecimal.valueOf(limit));
    }

    public static Evidence date(String name, Text label) {
        return plain(name, label, Type.DATE, null, null);
    }

    /** A date that is not in the future. */
    public static Evidence pastDate(String name, Text label) {
        return plain(name, label, Type.PAST_DATE, null, null);
    }

    public static Evidence number(String name, Text label, long min, long max) {
        return plain(name, label, Type.NUMBER, BigDecimal.valueOf(min), BigDecimal.valueOf(max));
    }

    public static Evidence choice(String name, Text label, List<Choice> choices) {
        return new Evidence(name, label, Type.CHOICE, true, choices, null, null, null);
    }

    public static Evidence document(String name, Text label) {
        return plain(name, label, Type.DOCUMENT, null, null);
    }

    public static Evidence files(String name, Text label) {
        return plain(name, label, Type.FILES, null, BigDecimal.valueOf(MOST_FILES));
    }

    /** The same, which a step may go without. */
    public Evidence optional() {
        return new Evidence(name, label, type, false, choices, min, max, help);
    }

    public Evidence explained(Text words) {
        return new Evidence(name, label, type, required, choices, min, max, words);
    }

    private static Evidence plain(String name, Text label, Type type, BigDecimal min, BigDecimal max) {
        return new Evidence(name, label, type, true, List.of(), min, max, null);
    }
}
