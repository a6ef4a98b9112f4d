package org.gridloom.platform.modules.internal.contents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Names that stand in a bundle's classes. These are read as files, none is loaded. */
final class ClassNames {

    private static final String COMMANDS = "Karaf-Commands";
    private static final String COMMAND = "Lorg/apache/karaf/shell/api/action/Command;";
    private static final String COMPONENTS = "OSGI-INF";
    private static final String PERMISSION_SET = "org.gridloom.platform.security.PermissionSet";
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+");
    private static final int OUTSIDE = ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES;
    private static final int INSIDE = ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES;

    private ClassNames() {}

    /** From the annotations of its commands, as {@code snow:team-list}. */
    static Set<String> commands(BundleContent content) throws IOException {
        Set<String> commands = new TreeSet<>();
        String header = content.headers().getOrDefault(COMMANDS, "");
        for (String part : Arrays.stream(header.split(",")).map(String::trim).toList()) {
            String folder = part.split(";", 2)[0].replace('.', '/').replaceFirst("/\\*$", "");
            Stream<String> classes = content.files(folder).stream().filter(path -> path.endsWith(".class"));
            for (String path : classes.toList()) {
                new ClassReader(content.read(path)).accept(new CommandNames(commands), OUTSIDE);
            }
        }
        return commands;
    }

    /** Those that it brings into the role editor: texts of the form of a code in the components that say so. */
    static Set<String> permissions(BundleContent content) throws IOException {
        Set<String> permissions = new TreeSet<>();
        List<String> components = content.files(COMPONENTS).stream()
                .filter(path -> path.endsWith(".xml"))
                .toList();
        for (String component : components) {
            String path = permissionSet(component, content.read(component)).replace('.', '/') + ".class";
            if (content.file(path) != null) {
                new ClassReader(content.read(path)).accept(new Codes(permissions), INSIDE);
            }
        }
        return permissions;
    }

    /** Name of the component's class if it provides permissions, otherwise nothing. */
    private static String permissionSet(String path, byte[] component) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        boolean provides = false;
        String type = "";
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(component));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    provides |= PERMISSION_SET.equals(reader.getAttributeValue(null, "interface"))
                            && reader.getLocalName().equals("provide");
                    type = reader.getLocalName().equals("implementation")
                            ? Objects.toString(reader.getAttributeValue(null, "class"), "")
                            : type;
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException(path + " is not well-formed: " + e.getMessage(), e);
        }
        return provides ? type : "";
    }

    private static final class Codes extends ClassVisitor {

        private final Set<String> codes;

        Codes(Set<String> codes) {
            super(Opcodes.ASM9);
            this.codes = codes;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitLdcInsn(Object value) {
                    if (value instanceof String text && CODE.matcher(text).matches()) {
                        codes.add(text);
                    }
                }
            };
        }
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
