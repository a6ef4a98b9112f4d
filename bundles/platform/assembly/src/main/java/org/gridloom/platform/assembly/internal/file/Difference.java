package org.gridloom.platform.assembly.internal.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Something in which two districts differ.
 *
 * @param path within the file
 * @param is what the one has; null for nothing
 * @param wanted what the other has; null for nothing
 */
public record Difference(String path, Object is, Object wanted) {

    /** In the order of what is wanted, then what is gone. Maps are compared key by key, lists and texts as they are. */
    public static List<Difference> between(Map<String, Object> is, Map<String, Object> wanted) {
        List<Difference> found = new ArrayList<>();
        compare("", is, wanted, found);
        return found;
    }

    private static void compare(String path, Object is, Object wanted, List<Difference> found) {
        if (is instanceof Map<?, ?> one && wanted instanceof Map<?, ?> other) {
            Set<Object> keys = new LinkedHashSet<>(other.keySet());
            keys.addAll(one.keySet());
            keys.forEach(key -> compare(AssemblyFile.below(path, key), one.get(key), other.get(key), found));
        } else if (!Objects.equals(is, wanted)) {
            found.add(new Difference(path, is, wanted));
        }
    }

    /** What differs, for the audit trail: by path, as it was or as it is now. */
    public static Map<String, Object> values(List<Difference> differences, boolean before) {
        Map<String, Object> values = new LinkedHashMap<>();
        differences.forEach(each -> values.put(each.path(), before ? each.is() : each.wanted()));
        return values;
    }
}
