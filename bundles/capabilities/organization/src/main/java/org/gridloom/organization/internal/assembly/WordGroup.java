package org.gridloom.organization.internal.assembly;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gridloom.platform.assembly.AssemblyPart;

/**
 * Words of one sort in the district's file, by code.
 *
 * @param <T> an entry
 * @param <D> what it shall be
 * @param key within the section
 * @param all that there are
 * @param code of an entry
 * @param part an entry as the file has it
 * @param draft what a part of the file, by its code, wants
 * @param create makes a new one
 * @param change makes one another
 * @param remove removes one that nothing refers to
 */
record WordGroup<T, D>(
        String key,
        Supplier<List<T>> all,
        Function<T, String> code,
        Function<T, Map<String, Object>> part,
        BiFunction<String, AssemblyPart, D> draft,
        Consumer<D> create,
        BiConsumer<T, D> change,
        Consumer<T> remove) {

    Map<String, Object> export() {
        Map<String, Object> parts = new LinkedHashMap<>();
        all.get().forEach(entry -> parts.put(code.apply(entry), part.apply(entry)));
        return parts;
    }

    /** Creates and changes what is wanted otherwise. */
    void write(String section, Map<?, ?> wanted) {
        Map<String, T> there = byCode();
        wanted.forEach((name, value) -> {
            T entry = there.get(name.toString());
            if (entry == null || !part.apply(entry).equals(value)) {
                String path = path(section, name);
                AssemblyPart.at(path, () -> {
                    D made = draft.apply(name.toString(), AssemblyPart.of(path, value));
                    if (entry == null) {
                        create.accept(made);
                    } else {
                        change.accept(entry, made);
                    }
                    return null;
                });
            }
        });
    }

    /** Removes what is not wanted, the last first. */
    void tidy(String section, Map<?, ?> wanted) {
        List<T> entries = new ArrayList<>(all.get());
        for (int i = entries.size() - 1; i >= 0; i--) {
            T entry = entries.get(i);
            if (!wanted.containsKey(code.apply(entry))) {
                AssemblyPart.at(path(section, code.apply(entry)), () -> {
                    remove.accept(entry);
                    return null;
                });
            }
        }
    }

    private Map<String, T> byCode() {
        Map<String, T> there = new TreeMap<>();
        all.get().forEach(entry -> there.put(code.apply(entry), entry));
        return there;
    }

    private String path(String section, Object name) {
        return section + "/" + key + "/" + name;
    }
}
