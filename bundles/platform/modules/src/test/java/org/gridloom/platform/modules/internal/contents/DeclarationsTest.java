package org.gridloom.platform.modules.internal.contents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.gridloom.platform.modules.internal.shell.OrphansCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeclarationsTest {

    @TempDir
    private Path folder;

    private final Map<String, byte[]> files = new TreeMap<>();

    private void text(String path, String content) {
        files.put(path, content.getBytes(StandardCharsets.UTF_8));
    }

    private JarContent jar() throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-SymbolicName", "org.acme.snow;singleton:=true");
        main.putValue("Bundle-Version", "1.2.0");
        main.putValue("Karaf-Commands", "org.gridloom.platform.modules.internal.shell");
        Path file = folder.resolve("snow.jar");
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (Map.Entry<String, byte[]> entry : files.entrySet()) {
                jar.putNextEntry(new ZipEntry(entry.getKey()));
                jar.write(entry.getValue());
                jar.closeEntry();
            }
        }
        return JarContent.read(file);
    }

    @Test
    void namesAreReadFromTheFilesThatDeclareThem() throws IOException {
        text("OSGI-INF/openapi.json", """
                {"paths": {"/snow/teams": {"get": {"x-permission": "snow.team.read"}},
                           "/snow/teams/{code}": {"put": {"x-permission": "snow.team.edit"}}}}""");
        text("migrations/0001-snow.xml", """
                <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog">
                  <changeSet id="1" author="a"><createTable tableName="SNOW_team"/></changeSet></databaseChangeLog>""");
        String command = OrphansCommand.class.getName().replace('.', '/') + ".class";
        try (InputStream in = OrphansCommand.class.getClassLoader().getResourceAsStream(command)) {
            files.put(command, in.readAllBytes());
        }
        JarContent content = jar();
        Declared declared = Declarations.of(content);

        assertThat(content.name()).isEqualTo("org.acme.snow");
        assertThat(content.capability()).isEqualTo("snow");
        assertThat(declared.paths()).containsExactly("snow");
        assertThat(declared.permissions()).containsExactlyInAnyOrder("snow.team.read", "snow.team.edit");
        assertThat(declared.tables()).containsExactly("snow_team");
        assertThat(declared.commands()).containsExactly("district:orphans");
    }

    @Test
    void aBundleThatDeclaresNothingClaimsNothing() throws IOException {
        assertThat(Declarations.of(jar()))
                .isEqualTo(
                        new Declared(java.util.Set.of(), java.util.Set.of(), java.util.Set.of(), java.util.Set.of()));
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        text("migrations/0001-snow.xml", "<databaseChangeLog");
        JarContent content = jar();
        assertThatThrownBy(() -> Declarations.of(content)).hasMessageContaining("migrations/0001-snow.xml");
    }
}
