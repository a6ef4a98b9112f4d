package org.gridloom.organization.internal.store;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** A few codes in one column; codes hold no comma. */
final class Codes {

    private Codes() {}

    static String joined(Set<String> codes) {
        return codes == null ? "" : String.join(",", new TreeSet<>(codes));
    }

    static Set<String> split(String codes) {
        return codes == null || codes.isEmpty()
                ? Set.of()
                : Collections.unmodifiableSet(new TreeSet<>(Set.of(codes.split(","))));
    }
}
