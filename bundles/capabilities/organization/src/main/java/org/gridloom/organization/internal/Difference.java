package org.gridloom.organization.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a change changes, for its audit entry: the fields that were otherwise, and nothing else.
 *
 * @param before without fields that were not there
 * @param after in the order of what is
 */
record Difference(Map<String, Object> before, Map<String, Object> after) {

    static Difference of(Map<String, Object> was, Map<String, Object> is) {
        Map<String, Object> before = new LinkedHashMap<>(was);
        Map<String, Object> after = new LinkedHashMap<>(is);
        before.entrySet().removeIf(field -> Objects.equals(field.getValue(), is.get(field.getKey())));
        after.entrySet().removeIf(field -> Objects.equals(field.getValue(), was.get(field.getKey())));
        return new Difference(before, after);
    }
}
