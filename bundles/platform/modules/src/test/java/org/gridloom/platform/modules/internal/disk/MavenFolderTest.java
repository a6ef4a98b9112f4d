package org.gridloom.platform.modules.internal.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenFolderTest {

    @TempDir
    private Path folder;

    private Path jar;

    @BeforeEach
    void file() throws IOException {
        Path version = Files.createDirectories(folder.resolve("inside/org/acme/snow/1.0-SNAPSHOT"));
        jar = Files.writeString(version.resolve("snow-1.0-SNAPSHOT.jar"), "jar");
        Files.writeString(version.resolve("snow-1.0-SNAPSHOT-features.xml"), "xml");
    }

    @Test
    void whatLiesThereIsFoundByItsAddress() {
        MavenFolder inside = new MavenFolder(folder.resolve("inside"));
        assertThat(inside.file("mvn:org.acme/snow/1.0-SNAPSHOT")).contains(jar);
        assertThat(inside.file("mvn:org.acme/snow/1.0-SNAPSHOT/xml/features"))
                .contains(jar.resolveSibling("snow-1.0-SNAPSHOT-features.xml"));
    }

    @Test
    void whatDoesNotOrIsNoSuchAddressIsNot() {
        MavenFolder inside = new MavenFolder(folder.resolve("inside"));
        assertThat(inside.file("mvn:org.acme/snow/2.0")).isEmpty();
        assertThat(inside.file("file:" + jar)).isEmpty();
        assertThat(inside.file("wrap:mvn:org.acme/snow/1.0-SNAPSHOT")).isEmpty();
    }

    @Test
    void nothingOutsideIsFound() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("a/1")).resolve("a-1.jar"), "jar");
        assertThat(new MavenFolder(folder.resolve("inside")).file("mvn:../a/1")).isEmpty();
        assertThat(new MavenFolder(folder.resolve("inside")).file("mvn:x/../../a/1"))
                .isEmpty();
    }
}
