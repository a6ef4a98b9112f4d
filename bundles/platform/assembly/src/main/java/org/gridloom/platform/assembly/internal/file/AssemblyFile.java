package org.gridloom.platform.assembly.internal.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;

/**
 * A district's file as it was read.
 *
 * @param sections by key: maps, lists and strings
 * @param lines by path, as in {@code rules/organization.taskLamps}; the file's own is that of the empty path
 */
public record AssemblyFile(Map<String, Object> sections, Map<String, Integer> lines) {

    private static final char BETWEEN = '/';

    /** @throws Problem {@link Problem.Kind#INVALID} with line and reason of everything that makes it no such file */
    public static AssemblyFile parse(String text) {
        return new YamlReader(text).read();
    }

    /** The fault with its line, or that of what it is in. */
    public Violation placed(Violation fault) {
        String path = fault.field();
        while (!lines.containsKey(path) && !path.isEmpty()) {
            path = path.substring(0, Math.max(path.lastIndexOf(BETWEEN), 0));
        }
        return Violation.of(fault.field(), lines.getOrDefault(path, 1), fault.message());
    }

    /** Its faults in the order of the file. */
    public List<Violation> placed(List<Violation> faults) {
        return faults.stream()
                .map(this::placed)
                .sorted((one, other) -> Integer.compare(one.row(), other.row()))
                .toList();
    }

    static String below(String path, Object key) {
        return path.isEmpty() ? key.toString() : path + BETWEEN + key;
    }

    static Map<String, Integer> noLines() {
        return new HashMap<>();
    }
}
