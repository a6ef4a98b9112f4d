package org.gridloom.platform.modules.internal.contents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;

/** Reads from a bundle's files which names it claims; no class of it is loaded. */
public final class Declarations {

    public static final String MIGRATIONS = "migrations";

    private static final String API = "OSGI-INF/openapi.json";
    private static final String COMMANDS = "Karaf-Commands";
    private static final String COMMAND = "Lorg/apache/karaf/shell/api/action/Command;";
    private static final String PERMISSION = "x-permission";
    private static final int PARSING = ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES;

    private static final ObjectMapper JSON = new ObjectMapper();

    private Declarations() {}

    /** @throws IOException if a file of it cannot be read; the message names it */
    public static Declared of(BundleContent content) throws IOException {
        JsonNode api = JSON.readTree(content.read(API));
        return new Declared(
                paths(api), permissions(api, content.capability() + "."), tables(content), commands(content));
    }

    /** Its change logs by path. */
    public static SortedMap<String, URL> migrations(BundleContent content) {
        SortedMap<String, URL> migrations = new TreeMap<>();
        content.files(MIGRATIONS).stream()
                .filter(path -> path.endsWith(".xml"))
                .forEach(path -> migrations.put(path, content.file(path)));
        return migrations;
    }

    private static Set<String> paths(JsonNode api) {
        Set<String> paths = new TreeSet<>();
        api.path("paths")
                .fieldNames()
                .forEachRemaining(path -> paths.add(path.replaceFirst("^/", "").split("/", 2)[0]));
        return paths;
    }

    /** What begins otherwise is asked for and another's own. */
    private static Set<String> permissions(JsonNode api, String prefix) {
        return api.path("paths").findValuesAsText(PERMISSION).stream()
                .filter(permission -> permission.startsWith(prefix))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> tables(BundleContent content) throws IOException {
        Set<String> tables = new TreeSet<>();
        for (String path : migrations(content).keySet()) {
            try {
                tables(content.read(path), tables);
            } catch (XMLStreamException e) {
                throw new IOException(path + " is not well-formed: " + e.getMessage(), e);
            }
        }
        return tables;
    }

    private static void tables(byte[] changeLog, Set<String> tables) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(changeLog));
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("createTable")) {
                String table = reader.getAttributeValue(null, "tableName");
                tables.add(table == null ? "" : table.toLowerCase(Locale.ROOT));
            }
        }
    }

    private static Set<String> commands(BundleContent content) throws IOException {
        Set<String> commands = new TreeSet<>();
        String header = content.headers().getOrDefault(COMMANDS, "");
        for (String part : Arrays.stream(header.split(",")).map(String::trim).toList()) {
            String folder = part.split(";", 2)[0].replace('.', '/').replaceFirst("/\\*$", "");
            Stream<String> classes = content.files(folder).stream().filter(path -> path.endsWith(".class"));
            for (String path : classes.toList()) {
                new ClassReader(content.read(path)).accept(new CommandNames(commands), PARSING);
            }
        }
        return commands;
    }

    /** Takes the names from a class's annotation. */
    private static final class CommandNames extends ClassVisitor {

        private final Set<String> commands;

        CommandNames(Set<String> commands) {
            super(Opcodes.ASM9);
            this.commands = commands;
        }

        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            return descriptor.equals(COMMAND) ? new Names() : null;
        }

        private final class Names extends AnnotationVisitor {

            private String scope;
            private String name;

            Names() {
                super(Opcodes.ASM9);
            }

            @Override
            public void visit(String key, Object value) {
                scope = key.equals("scope") ? value.toString() : scope;
                name = key.equals("name") ? value.toString() : name;
            }

            @Override
            public void visitEnd() {
                commands.add(scope + ":" + name);
            }
        }
    }
}
