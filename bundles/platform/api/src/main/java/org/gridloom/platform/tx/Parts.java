package org.gridloom.platform.tx;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Cuts what is asked for into as much as one query takes. */
public final class Parts {

    private static final int AT_ONCE = 500;

    private Parts() {}

    public static <T> List<List<T>> of(Collection<T> all) {
        List<T> list = List.copyOf(all);
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < list.size(); from += AT_ONCE) {
            parts.add(list.subList(from, Math.min(list.size(), from + AT_ONCE)));
        }
        return parts;
    }
}
