package org.gridloom.platform.persistence.internal.tx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Canonical JSON: keys in order, no blanks, dates as ISO text. The same values give the same bytes. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper().disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);

    private Json() {}

    static String write(Map<String, ?> values) {
        try {
            return MAPPER.writeValueAsString(canonical(values));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not JSON values", e);
        }
    }

    private static Object canonical(Object value) {
        if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, element) -> sorted.put(String.valueOf(key), canonical(element)));
            return sorted;
        }
        if (value instanceof Collection<?> collection) {
            List<Object> list = new ArrayList<>(collection.size());
            collection.forEach(element -> list.add(canonical(element)));
            return list;
        }
        if (value instanceof TemporalAccessor || value instanceof Enum<?> || value instanceof Character) {
            return value.toString();
        }
        throw new IllegalArgumentException(
                "Only JSON values can be recorded, not a " + value.getClass().getName());
    }
}
