package org.gridloom.platform.rest.internal.problem;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;

/** Which of the platform's languages an Accept-Language header asks for: Chinese unless English comes first. */
public final class Language {

    private static final Map<String, Locale> SPOKEN =
            Map.of("zh", Locale.SIMPLIFIED_CHINESE, "en", Locale.ENGLISH, "*", Locale.SIMPLIFIED_CHINESE);

    private Language() {}

    public static Locale of(String acceptLanguage) {
        return ranges(acceptLanguage).stream()
                .filter(range -> range.getWeight() > 0)
                .map(range -> SPOKEN.get(range.getRange().split("-", 2)[0]))
                .filter(locale -> locale != null)
                .findFirst()
                .orElse(Locale.SIMPLIFIED_CHINESE);
    }

    /** By descending weight; a header that cannot be read asks for nothing. */
    private static List<LanguageRange> ranges(String header) {
        if (header == null || header.isBlank()) {
            return List.of();
        }
        try {
            return LanguageRange.parse(header);
        } catch (IllegalArgumentException ignored) {
            return List.of();
        }
    }
}
