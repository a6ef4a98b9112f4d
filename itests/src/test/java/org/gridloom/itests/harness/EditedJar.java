package org.gridloom.itests.harness;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** Another version of a bundle, made of the jar of the one that there is; or a small one of its own. */
public final class EditedJar {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private static final String COMPONENT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%1$s" immediate="true">
              %2$s<implementation class="%1$s"/>
            </scr:component>
            """;

    private static final String CHANGE_SET = """
            <?xml version="1.0" encoding="UTF-8"?>
            <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                    http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
              <changeSet id="%s" author="example">%s</changeSet>
            </databaseChangeLog>
            """;

    private static final String RESOURCE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%1$s">
              <service><provide interface="org.gridloom.platform.rest.RestResource"/></service>
              <reference name="transactions" interface="org.gridloom.platform.tx.Transactions" bind="bind"
                  target="(osgi.unit.name=%2$s)"/>
              <implementation class="%1$s"/>
            </scr:component>
            """;

    private final Map<String, byte[]> entries = new TreeMap<>();

    private EditedJar() {}

    /** A bundle that holds nothing yet. */
    public static EditedJar bundle(String name) {
        return new EditedJar()
                .file(MANIFEST, "Manifest-Version: 1.0\n")
                .header("Bundle-ManifestVersion", former -> "2")
                .header("Bundle-SymbolicName", former -> name);
    }

    public static EditedJar of(Path jar) {
        try {
            return of(Files.readAllBytes(jar));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the one jar that a KAR holds. */
    public static EditedJar in(Path kar) {
        try (ZipFile zip = new ZipFile(kar.toFile())) {
            ZipEntry jar = zip.stream()
                    .filter(entry -> entry.getName().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
            try (InputStream in = zip.getInputStream(jar)) {
                return of(in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EditedJar of(byte[] jar) throws IOException {
        EditedJar edited = new EditedJar();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory()) {
                    edited.entries.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return edited;
    }

    /** A header of the manifest, as it is to be. */
    public EditedJar header(String name, UnaryOperator<String> change) {
        try {
            Manifest manifest = new Manifest(new ByteArrayInputStream(entries.get(MANIFEST)));
            String former = manifest.getMainAttributes().getValue(name);
            manifest.getMainAttributes().putValue(name, change.apply(former == null ? "" : former));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            manifest.write(out);
            entries.put(MANIFEST, out.toByteArray());
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public EditedJar version(String version) {
        return header("Bundle-Version", former -> version);
    }

    /** A file of its own, or in place of another. */
    public EditedJar file(String path, byte[] content) {
        entries.put(path, content);
        return this;
    }

    public EditedJar file(String path, String content) {
        return file(path, content.getBytes(StandardCharsets.UTF_8));
    }

    /** A class of the tests themselves. */
    public EditedJar type(Class<?> type) {
        String path = type.getName().replace('.', '/') + ".class";
        try (InputStream in = type.getClassLoader().getResourceAsStream(path)) {
            return file(path, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A component that is made as soon as the bundle runs, of a class of the tests. */
    public EditedJar component(Class<?> type, String... services) {
        String provided = Stream.of(services)
                .map(service -> "<provide interface=\"" + service + "\"/>")
                .collect(Collectors.joining());
        String path = "OSGI-INF/" + type.getSimpleName() + ".xml";
        return type(type)
                .header("Service-Component", former -> former.isEmpty() ? path : former + "," + path)
                .file(
                        path,
                        COMPONENT.formatted(
                                type.getName(), provided.isEmpty() ? "" : "<service>" + provided + "</service>"));
    }

    /** A file of text, with other words in it. */
    public EditedJar replace(String path, String words, String others) {
        String text = new String(entries.get(path), StandardCharsets.UTF_8);
        if (!text.contains(words)) {
            throw new AssertionError(path + " does not hold " + words);
        }
        return file(path, text.replace(words, others));
    }

    /** A further file of migrations, of one change set. */
    public EditedJar migration(String file, String id, String changes) {
        return file("migrations/" + file, CHANGE_SET.formatted(id, changes));
    }

    /** A column more, for texts. */
    public EditedJar column(String file, String table, String column) {
        return migration(
                file,
                column,
                "<addColumn tableName=\"%s\"><column name=\"%s\" type=\"varchar(20)\"/></addColumn>"
                        .formatted(table, column));
    }

    /** A resource of the tests; it is given the transactions of a persistence unit. */
    public EditedJar resource(Class<?> type, String unit) {
        String component = "OSGI-INF/" + type.getName() + ".xml";
        return file(Classes.path(type), Classes.of(type))
                .file(component, RESOURCE.formatted(type.getName(), unit))
                .header("Service-Component", former -> former + "," + component);
    }

    public EditedJar without(String path) {
        entries.remove(path);
        return this;
    }

    /** The bare jar, as a file. */
    public Path in(Path directory, String name) {
        try {
            return Files.write(directory.resolve(name), bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream out = new JarOutputStream(bytes)) {
            put(out, MANIFEST);
            for (String path : entries.keySet()) {
                if (!path.equals(MANIFEST)) {
                    put(out, path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void put(JarOutputStream out, String path) throws IOException {
        out.putNextEntry(new ZipEntry(path));
        out.write(entries.get(path));
        out.closeEntry();
    }
}
