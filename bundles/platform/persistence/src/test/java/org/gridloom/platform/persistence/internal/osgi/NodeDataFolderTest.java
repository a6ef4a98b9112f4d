package org.gridloom.platform.persistence.internal.osgi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.gridloom.platform.files.DataFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeDataFolderTest {

    @TempDir
    Path parent;

    private DataFolder data;

    @BeforeEach
    void folder() {
        data = new NodeDataFolder(parent.resolve("data"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aFileIsTheServersAloneAndLeavesNoDraft() throws IOException {
        data.write("keys/person.key", bytes("first"));
        data.write("keys/person.key", bytes("second"));

        Path file = data.path().resolve("keys/person.key");
        assertThat(file).hasContent("second");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFolderIsMadeOnce() {
        Path folder = data.folder("attachments");

        assertThat(folder).isDirectory().isEqualTo(data.folder("attachments"));
    }

    @Test
    void whatCannotBeWrittenLeavesTheFormerFile() throws IOException {
        data.write("taken/there", bytes("former"));

        assertThatThrownBy(() -> data.write("taken", bytes("new"))).isInstanceOf(UncheckedIOException.class);

        assertThat(data.path().resolve("taken/there")).hasContent("former");
        try (Stream<Path> files = Files.list(data.path())) {
            assertThat(files).containsExactly(data.path().resolve("taken"));
        }
    }

    @Test
    void nothingLiesOutside() {
        for (String name : new String[] {"../other", "/etc/passwd", "", ".", "a/../.."}) {
            assertThatThrownBy(() -> data.write(name, bytes("x")))
                    .as(name)
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> data.folder(name)).as(name).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> data.folder("a/b")).isInstanceOf(IllegalArgumentException.class);
    }
}
