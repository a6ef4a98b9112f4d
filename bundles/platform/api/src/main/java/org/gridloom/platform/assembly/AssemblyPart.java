package org.gridloom.platform.assembly;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.text.Text;

/**
 * A part of a district's file while it is read. It knows its path ({@code rules/organization.taskLamps/basis}) and takes
 * what is wrong with it; reading goes on with something harmless, so that all faults are found at once. Of one thread.
 */
public final class AssemblyPart {

    private static final String BETWEEN = "/";

    private final String path;
    private final Object value;
    private final List<Violation> faults;
    private final List<Violation> absences;

    private AssemblyPart(String path, Object value, List<Violation> faults, List<Violation> absences) {
        this.path = path;
        this.value = value;
        this.faults = faults;
        this.absences = absences;
    }

    /** @param value of maps, lists and strings */
    public static AssemblyPart of(String path, Object value) {
        return new AssemblyPart(path, value, new ArrayList<>(), new ArrayList<>());
    }

    public String path() {
        return path;
    }

    /** As it stands in the file. */
    public Object value() {
        return value;
    }

    /** What is below it by key, in the file's order; a fault where it is no map. */
    public Map<String, AssemblyPart> entries() {
        Map<String, AssemblyPart> entries = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, below) -> entries.put(key.toString(), below(key.toString(), below)));
        } else if (!isEmpty()) {
            fault(Text.of("应为“键: 值”的映射", "Must be a map of keys and values"));
        }
        return entries;
    }

    /** The same where only these keys are known: a fault for any other. */
    public Map<String, AssemblyPart> entries(String... known) {
        Map<String, AssemblyPart> entries = entries();
        List<String> keys = List.of(known);
        entries.forEach((key, part) -> {
            if (!keys.contains(key)) {
                part.fault(Text.of("没有这个键;可用:%s", "There is no such key; there are: %s", String.join(", ", keys)));
            }
        });
        return entries;
    }

    /** What is in the list, in its order; a fault where it is none. */
    public List<AssemblyPart> items() {
        List<AssemblyPart> items = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(item -> items.add(below(Integer.toString(items.size()), item)));
        } else if (!isEmpty()) {
            fault(Text.of("应为列表", "Must be a list"));
        }
        return items;
    }

    /** The texts of a list; one text alone is a list of one. */
    public List<String> texts() {
        return value instanceof String && !isEmpty()
                ? List.of(text())
                : items().stream().map(AssemblyPart::text).toList();
    }

    /** The text; a fault where it is a map or list. */
    public String text() {
        if (value instanceof String text) {
            return text;
        }
        fault(Text.of("应为一个值,不能是列表或映射", "Must be one value, no list and no map"));
        return "";
    }

    /** {@code true} or {@code false}; a fault for anything else. */
    public boolean yes() {
        String text = text();
        if (!text.equals("true") && !text.equals("false")) {
            fault(Text.of("应为 true 或 false", "Must be true or false"));
        }
        return text.equals("true");
    }

    /** The part with this key; empty where there is none. */
    public Optional<AssemblyPart> find(String key) {
        return value instanceof Map<?, ?> map && map.containsKey(key)
                ? Optional.of(below(key, map.get(key)))
                : Optional.empty();
    }

    /** The text with this key; a fault where there is none. */
    public String needed(String key) {
        Optional<String> text = find(key).map(AssemblyPart::text).filter(found -> !found.isBlank());
        if (text.isEmpty()) {
            fault(Text.of("缺少 %s", "Lacks %s", key));
        }
        return text.orElse("");
    }

    /** The text with this key; null where there is none, or an empty one. */
    public String optional(String key) {
        return find(key).map(AssemblyPart::text).filter(text -> !text.isBlank()).orElse(null);
    }

    /** Says what is wrong, and what is allowed. */
    public void fault(Text message) {
        faults.add(Violation.of(path, message));
    }

    /** Says that it names what is not here, but may be once the file's capabilities are installed. */
    public void absent(Text message) {
        absences.add(Violation.of(path, message));
    }

    /** All faults of the part that reading began with. */
    public List<Violation> faults() {
        return List.copyOf(faults);
    }

    /** All that {@link #absent} told of, likewise. */
    public List<Violation> absences() {
        return List.copyOf(absences);
    }

    private boolean isEmpty() {
        return "".equals(value);
    }

    private AssemblyPart below(String key, Object below) {
        return new AssemblyPart(path + BETWEEN + key, below, faults, absences);
    }

    /** Does a piece of work of {@link AssemblySection#apply}; what it is refused for bears this path. */
    public static <T> T at(String path, Supplier<T> work) {
        try {
            return work.get();
        } catch (Problem problem) {
            List<Violation> placed = problem.violations().isEmpty()
                    ? List.of(Violation.of(path, problem.text()))
                    : problem.violations().stream()
                            .map(fault -> Violation.of(path + BETWEEN + fault.field(), fault.message()))
                            .toList();
            throw new Problem(problem.kind(), problem.text(), placed);
        }
    }
}
