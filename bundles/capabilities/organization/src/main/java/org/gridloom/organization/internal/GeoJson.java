package org.gridloom.organization.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import org.gridloom.platform.text.Text;

/** How maps are read: as strictly as any other body, with no field twice and nothing after the end. */
final class GeoJson {

    /** A multipolygon in a feature in a collection has ten levels. */
    private static final int MAX_DEPTH = 64;

    static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    private static final ObjectReader WHOLE = JSON.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private GeoJson() {}

    /** The one value that the text is. */
    static JsonNode whole(String text) throws JsonProcessingException {
        return WHOLE.readTree(text);
    }

    /** What is wrong, and where as far as the parser knows. */
    static Text malformed(JsonProcessingException malformed) {
        JsonLocation place = malformed.getLocation();
        return place == null
                ? Text.of("不是有效的 JSON", "Is no valid JSON")
                : Text.of(
                        "不是有效的 JSON(第 %d 行第 %d 列)",
                        "Is no valid JSON (line %d, column %d)", place.getLineNr(), place.getColumnNr());
    }
}
