package org.gridloom.platform.assembly.internal.file;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.text.Text;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;

/**
 * Reads YAML as maps, lists and texts, from its events: nothing is made of a value but what is written, so that a code
 * {@code 010203} stays one, and nothing is said twice by an alias.
 */
final class YamlReader {

    private static final int LONGEST = 1_000_000;
    private static final int DEEPEST = 12;

    private final String text;
    private final List<Violation> faults = new ArrayList<>();
    private final Map<String, Integer> lines = AssemblyFile.noLines();

    YamlReader(String text) {
        this.text = text;
    }

    @SuppressWarnings("unchecked")
    AssemblyFile read() {
        Object whole = document();
        if (faults.isEmpty() && !(whole instanceof Map)) {
            fault("", 1, Text.of("文件应为“键: 值”的映射", "The file must be a map of keys and values"));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return new AssemblyFile((Map<String, Object>) whole, lines);
    }

    private Object document() {
        if (text.length() > LONGEST) {
            fault("", 1, Text.of("文件不得超过 %d 个字符", "The file must have %d characters at most", LONGEST));
            return null;
        }
        Iterator<Event> events = new Yaml(new SafeConstructor(new LoaderOptions()))
                .parse(new StringReader(text))
                .iterator();
        try {
            Object whole = null;
            while (events.hasNext()) {
                Event event = events.next();
                if (event instanceof NodeEvent && whole != null) {
                    fault("", line(event), Text.of("文件只能有一个 YAML 文档", "The file must be one YAML document"));
                    return whole;
                }
                if (event instanceof NodeEvent) {
                    whole = value("", event, events, 0);
                }
            }
            return whole;
        } catch (TooDeepException tooDeep) {
            return null;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            int column = e.getProblemMark() == null ? 1 : e.getProblemMark().getColumn() + 1;
            fault("", line, Text.of("不是 YAML(第 %d 列):%s", "Is no YAML (column %d): %s", column, e.getProblem()));
            return null;
        } catch (YAMLException e) {
            fault("", 1, Text.of("不是 YAML:%s", "Is no YAML: %s", e.getMessage()));
            return null;
        }
    }

    private Object value(String path, Event event, Iterator<Event> events, int depth) {
        lines.putIfAbsent(path, line(event));
        plain(path, event);
        if (depth > DEEPEST) {
            fault(path, line(event), Text.of("嵌套不得超过 %d 层", "Must be nested %d deep at most", DEEPEST));
            throw new TooDeepException();
        }
        if (event instanceof MappingStartEvent) {
            return map(path, events, depth);
        }
        if (event instanceof SequenceStartEvent) {
            return list(path, events, depth);
        }
        return event instanceof ScalarEvent scalar ? scalar.getValue() : "";
    }

    private Map<String, Object> map(String path, Iterator<Event> events, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (Event key = events.next(); !(key instanceof MappingEndEvent); key = events.next()) {
            String name = key instanceof ScalarEvent scalar ? scalar.getValue() : "";
            String below = AssemblyFile.below(path, name);
            int line = line(key);
            plain(below, key);
            if (!(key instanceof ScalarEvent)) {
                fault(path, line, Text.of("键应为文字", "A key must be a text"));
                value(below, key, events, depth + 1);
            }
            boolean again = map.containsKey(name);
            if (again) {
                fault(
                        below,
                        line,
                        Text.of("键重复,第一次在第 %d 行", "The key is there twice, first in line %d", lines.get(below)));
            }
            lines.putIfAbsent(below, line);
            Object value = value(below, events.next(), events, depth + 1);
            map.putIfAbsent(name, value);
        }
        return map;
    }

    private List<Object> list(String path, Iterator<Event> events, int depth) {
        List<Object> list = new ArrayList<>();
        for (Event item = events.next(); !(item instanceof SequenceEndEvent); item = events.next()) {
            list.add(value(AssemblyFile.below(path, list.size()), item, events, depth + 1));
        }
        return list;
    }

    /** Each thing stands in the file as what it is and once. */
    private void plain(String path, Event event) {
        boolean tagged = event instanceof ScalarEvent scalar && scalar.getTag() != null
                || event instanceof MappingStartEvent map && map.getTag() != null
                || event instanceof SequenceStartEvent list && list.getTag() != null;
        if (tagged) {
            fault(path, line(event), Text.of("不能使用 YAML 标签(!…)", "Tags of YAML (!…) are not allowed"));
        }
        if (event instanceof AliasEvent || event instanceof NodeEvent node && node.getAnchor() != null) {
            fault(path, line(event), Text.of("不能使用锚点与引用(&、*)", "Anchors and aliases (&, *) are not allowed"));
        }
    }

    private void fault(String path, int line, Text message) {
        faults.add(Violation.of(path.isEmpty() ? "-" : path, line, message));
    }

    private static int line(Event event) {
        return event.getStartMark().getLine() + 1;
    }

    private static final class TooDeepException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
