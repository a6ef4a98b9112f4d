package org.gridloom.build.ui.declaration;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A bundle's words in one language: {@code i18n/<language>.json}. */
public final class Words {

    /** Languages that every bundle speaks. */
    public static final List<String> LANGUAGES = List.of("zh-CN", "en");

    private static final TypeReference<LinkedHashMap<String, String>> FLAT = new TypeReference<>() {};

    private Words() {}

    public static String file(String language) {
        return "i18n/" + language + ".json";
    }

    /** Words by key, in the order of the file; none where there is no such file. */
    public static Map<String, String> read(String language, Map<String, byte[]> files) throws FaultyException {
        byte[] content = files.get(file(language));
        if (content == null) {
            return Map.of();
        }
        return new Source(file(language), content).as(FLAT);
    }

    /** On the line of the key. */
    public static Fault fault(String language, Map<String, byte[]> files, String key, String zh, String en) {
        return new Source(file(language), files.get(file(language))).fault('"' + key + '"', zh, en);
    }
}
