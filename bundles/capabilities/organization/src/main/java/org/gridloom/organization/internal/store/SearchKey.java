package org.gridloom.organization.internal.store;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Names as they are searched: full and half width, upper and lower case alike. */
public final class SearchKey {

    private SearchKey() {}

    public static String of(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    /** Each two characters that stand side by side in the key, as they follow each other. */
    public static Set<String> grams(String key) {
        int[] characters = key.codePoints().toArray();
        Set<String> grams = new LinkedHashSet<>();
        for (int i = 0; i + 1 < characters.length; i++) {
            grams.add(new String(characters, i, 2));
        }
        return grams;
    }
}
