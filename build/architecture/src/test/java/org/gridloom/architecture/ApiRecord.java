package org.gridloom.architecture;

import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.Jar;
import aQute.bnd.service.diff.Delta;
import aQute.bnd.service.diff.Tree;
import aQute.bnd.service.diff.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The exported API of a bundle as bnd sees it, in a file that people can read and compare: a line for each element, indented below
 * what it belongs to, with what adding and removing it would mean.
 */
final class ApiRecord {

    private static final String INDENT = "  ";
    private static final Pattern ELEMENT = Pattern.compile("([A-Z_]+)(?: ([A-Z]+)/([A-Z]+))? (.*)");
    private static final Set<String> OF_THE_JDK = Set.of("clone()", "finalize()");

    private ApiRecord() {}

    /** The API of the classes and the manifest in a folder. */
    static Tree of(Path classes) throws Exception {
        try (Jar jar = new Jar(classes.toFile())) {
            DiffPluginImpl differ = new DiffPluginImpl();
            return differ.deserialize(own(differ.tree(jar).get("<api>").serialize()));
        }
    }

    /** Without what the JDK's own classes pass on, which differs from one to the next. */
    private static Tree.Data own(Tree.Data element) {
        if (element.children != null) {
            element.children = Arrays.stream(element.children)
                    .filter(child -> !OF_THE_JDK.contains(child.name) && !child.name.startsWith("jdk.internal."))
                    .map(ApiRecord::own)
                    .toArray(Tree.Data[]::new);
        }
        return element;
    }

    static void write(Tree api, Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        write(api.serialize(), "", lines);
        Files.write(file, lines);
    }

    private static void write(Tree.Data element, String indent, List<String> lines) {
        String meaning =
                element.add == Delta.MINOR && element.rem == Delta.MAJOR ? "" : " " + element.add + "/" + element.rem;
        lines.add(indent + element.type + meaning + " " + element.name);
        if (element.children != null) {
            Arrays.stream(element.children).forEach(child -> write(child, indent + INDENT, lines));
        }
    }

    static Tree read(Path file) throws Exception {
        Deque<Parsed> open = new ArrayDeque<>();
        for (String line : Files.readAllLines(file)) {
            int depth = (line.length() - line.stripLeading().length()) / INDENT.length();
            while (open.size() > depth) {
                open.pop().closed();
            }
            Parsed element = new Parsed(line.stripLeading());
            if (!open.isEmpty()) {
                open.peek().children.add(element.data);
            }
            open.push(element);
        }
        Tree.Data root = open.peekLast().data;
        open.forEach(Parsed::closed);
        return new DiffPluginImpl().deserialize(root);
    }

    /** The version that a package has in the API. */
    static String version(Tree apiPackage) {
        return Arrays.stream(apiPackage.getChildren())
                .filter(child -> child.getType() == Type.VERSION)
                .map(Tree::getName)
                .collect(Collectors.joining());
    }

    private static final class Parsed {

        private final Tree.Data data = new Tree.Data();
        private final List<Tree.Data> children = new ArrayList<>();

        Parsed(String line) {
            Matcher parts = ELEMENT.matcher(line);
            if (!parts.matches()) {
                throw new IllegalStateException("Not an element: " + line);
            }
            data.type = Type.valueOf(parts.group(1));
            data.add = parts.group(2) == null ? Delta.MINOR : Delta.valueOf(parts.group(2));
            data.rem = parts.group(3) == null ? Delta.MAJOR : Delta.valueOf(parts.group(3));
            data.name = parts.group(4);
        }

        void closed() {
            data.children = children.toArray(Tree.Data[]::new);
        }
    }
}
