package org.gridloom.platform.events.internal.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which events a subscriber wants, as a condition of SQL.
 *
 * @param condition on the column {@code name}
 * @param values what to bind to it
 */
record Wanted(String condition, List<String> values) {

    static Wanted of(Set<String> names) {
        List<String> conditions = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (String name : names) {
            boolean beginning = name.endsWith(".");
            conditions.add(beginning ? "name like ? escape '!'" : "name = ?");
            values.add(beginning ? name.replaceAll("[!%_]", "!$0") + "%" : name);
        }
        return new Wanted(conditions.isEmpty() ? "1 = 0" : "(" + String.join(" or ", conditions) + ")", values);
    }
}
