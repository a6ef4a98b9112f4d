package org.gridloom.platform.text;

import java.util.Locale;
import java.util.Objects;

/**
 * A sentence or label in both languages of the platform, written side by side so that none can be missing.
 *
 * @param zh simplified Chinese, the first language
 * @param en English
 */
public record Text(String zh, String en) {

    public Text {
        Objects.requireNonNull(zh, "zh");
        Objects.requireNonNull(en, "en");
    }

    /**
     * A text with arguments put in.
     *
     * @param zh pattern of {@link String#format}
     * @param en pattern of {@link String#format} that takes the same arguments
     * @param arguments none of them personal data: texts reach logs and responses
     */
    public static Text of(String zh, String en, Object... arguments) {
        return arguments.length == 0
                ? new Text(zh, en)
                : new Text(String.format(Locale.ROOT, zh, arguments), String.format(Locale.ROOT, en, arguments));
    }

    /** The text in the language of {@code locale}: English where that is asked for, otherwise Chinese. */
    public String in(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : zh;
    }
}
