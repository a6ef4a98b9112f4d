package org.gridloom.training.internal.domain;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** What audit entries say of a record. */
public final class Fields {

    private Fields() {}

    /** @param namesAndValues by turns; what is null is left out, a day becomes words */
    public static Map<String, Object> of(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null) {
                fields.put((String) namesAndValues[i], value instanceof LocalDate day ? day.toString() : value);
            }
        }
        return fields;
    }
}
