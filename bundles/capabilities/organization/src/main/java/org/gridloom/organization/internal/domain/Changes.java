package org.gridloom.organization.internal.domain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What differs between two sets of fields, for audit trail and events. */
public record Changes(Map<String, Object> before, Map<String, Object> after) {

    public static Changes between(Map<String, ?> before, Map<String, ?> after) {
        Changes changes = new Changes(new LinkedHashMap<>(), new LinkedHashMap<>());
        Map<String, Object> all = new LinkedHashMap<>(before);
        all.putAll(after);
        for (String field : all.keySet()) {
            if (!Objects.equals(before.get(field), after.get(field))) {
                changes.before.put(field, before.get(field));
                changes.after.put(field, after.get(field));
            }
        }
        return changes;
    }
}
