package org.gridloom.platform.events.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** What a record says, in one cell. */
final class Values {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Values() {}

    /** Null for nothing. */
    static String words(Map<String, Object> values) {
        if (values == null || values.isEmpty()) {
            return null;
        }
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
