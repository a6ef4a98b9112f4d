package org.gridloom.platform.assembly.internal.modules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The lines of the file {@code modules}: a feature each, {@code #} begins a comment. */
record WantedFile(List<String> lines) {

    List<String> names() {
        return lines.stream()
                .map(WantedFile::name)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** The same with some more and without others; its comments stay. */
    WantedFile changed(Collection<String> added, Set<String> removed) {
        List<String> changed = new ArrayList<>(lines);
        changed.removeIf(line -> removed.contains(name(line)));
        added.stream().filter(name -> !names().contains(name)).forEach(changed::add);
        return new WantedFile(List.copyOf(changed));
    }

    /** Without the version that a line may name. */
    private static String name(String line) {
        return line.replaceFirst("#.*", "").strip().replaceFirst("[\\s/].*", "");
    }
}
