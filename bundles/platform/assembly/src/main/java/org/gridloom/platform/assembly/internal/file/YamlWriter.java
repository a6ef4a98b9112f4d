package org.gridloom.platform.assembly.internal.file;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Writes a district's file so that the same contents are always the same text; what is short stands in one line. */
public final class YamlWriter {

    private static final int LINE = 120;
    /** Around each value of a line: blanks, comma, colon. */
    private static final int BETWEEN = 2;

    /** What would not come back as it was without escapes. */
    private static final Pattern ESCAPED = Pattern.compile("[\\p{Cntrl}\u0085\u2028\u2029\uFEFF]");

    /** What would need quotes in a line with others. */
    private static final Pattern MARK = Pattern.compile("[\\[\\]{},:]");

    private final Yaml yaml;

    private YamlWriter() {
        DumperOptions options = new DumperOptions();
        options.setAllowUnicode(true);
        options.setSplitLines(false);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        yaml = new Yaml(
                new SafeConstructor(new LoaderOptions()),
                new Representer(options),
                options,
                new LoaderOptions(),
                new TextResolver());
    }

    /** @param sections maps, lists and strings, in their order */
    public static String write(Map<String, Object> sections) {
        YamlWriter writer = new YamlWriter();
        StringBuilder text = new StringBuilder();
        sections.forEach((key, value) -> text.append(text.isEmpty() ? "" : "\n").append(writer.section(key, value)));
        return text.toString();
    }

    private String section(String key, Object value) {
        MappingNode node = (MappingNode) node(Map.of(key, value));
        style(node);
        node.setFlowStyle(FlowStyle.BLOCK);
        node.getValue().forEach(entry -> open(entry.getValueNode()));
        try (StringWriter text = new StringWriter()) {
            yaml.serialize(node, text);
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Made here and not by a representer, which would say what is the same object only once, by an alias. */
    private static Node node(Object value) {
        if (value instanceof Map<?, ?> map) {
            List<NodeTuple> entries = map.entrySet().stream()
                    .map(entry -> new NodeTuple(node(entry.getKey()), node(entry.getValue())))
                    .toList();
            return new MappingNode(Tag.MAP, entries, FlowStyle.BLOCK);
        }
        if (value instanceof List<?> list) {
            return new SequenceNode(Tag.SEQ, list.stream().map(YamlWriter::node).toList(), FlowStyle.BLOCK);
        }
        String text = value.toString();
        ScalarStyle style = ESCAPED.matcher(text).find() ? ScalarStyle.DOUBLE_QUOTED : ScalarStyle.PLAIN;
        return new ScalarNode(Tag.STR, text, null, null, style);
    }

    /** A section itself is never in one line, unless there is nothing in it. */
    private static void open(Node section) {
        if (section instanceof CollectionNode<?> collection
                && !collection.getValue().isEmpty()) {
            collection.setFlowStyle(FlowStyle.BLOCK);
        }
    }

    /** @return width of the node in a line; more than a line where it should have lines of its own */
    private static int style(Node node) {
        if (node instanceof ScalarNode scalar) {
            return MARK.matcher(scalar.getValue()).find()
                    ? LINE + 1
                    : scalar.getValue().length();
        }
        int width = 0;
        boolean flat = true;
        for (Node below : below((CollectionNode<?>) node)) {
            width += style(below) + BETWEEN;
            flat &= below instanceof ScalarNode || node instanceof MappingNode && below instanceof SequenceNode;
        }
        boolean fits = flat && width <= LINE;
        ((CollectionNode<?>) node).setFlowStyle(fits ? FlowStyle.FLOW : FlowStyle.BLOCK);
        return fits ? width : LINE + 1;
    }

    private static List<Node> below(CollectionNode<?> collection) {
        return collection.getValue().stream()
                .flatMap(each -> each instanceof NodeTuple entry
                        ? List.of(entry.getKeyNode(), entry.getValueNode()).stream()
                        : List.of((Node) each).stream())
                .toList();
    }

    /** Whatever is written is read as a text, so none needs quotes to be one. */
    private static final class TextResolver extends Resolver {

        @Override
        protected void addImplicitResolvers() {}
    }
}
