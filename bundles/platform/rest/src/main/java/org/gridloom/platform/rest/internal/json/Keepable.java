package org.gridloom.platform.rest.internal.json;

import java.time.Instant;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import org.gridloom.platform.text.Text;

/**
 * What the databases can keep. Java's dates go on for a thousand million years, PostgreSQL's text has no character zero
 * and no halves of characters; a database's own refusal would be an internal error.
 */
public final class Keepable {

    /** What is wrong with a text. */
    public static final Text NO_TEXT = Text.of("含有无法保存的字符", "Has a character that cannot be kept");

    private static final int LAST_YEAR = 9999;
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Keepable() {}

    /** Whether it has no NUL and no half of a surrogate pair. */
    public static boolean isText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            boolean isPair = Character.isHighSurrogate(each)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (isPair) {
                i++;
            } else if (each == 0 || Character.isSurrogate(each)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is a text, date or time that can be kept; anything else is. */
    static boolean is(Object value) {
        if (value instanceof String text) {
            return isText(text);
        }
        if (value instanceof Instant time) {
            return !time.isBefore(FIRST) && !time.isAfter(LAST);
        }
        return !(value instanceof TemporalAccessor date)
                || date.get(ChronoField.YEAR) >= 1 && date.get(ChronoField.YEAR) <= LAST_YEAR;
    }

    /** @throws IllegalArgumentException if it cannot be kept */
    static <T> T checked(T value) {
        if (!is(value)) {
            throw new IllegalArgumentException();
        }
        return value;
    }
}
