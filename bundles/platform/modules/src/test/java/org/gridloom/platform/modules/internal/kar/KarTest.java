package org.gridloom.platform.modules.internal.kar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.gridloom.platform.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KarTest {

    @TempDir
    private Path folder;

    private Path archive(String... paths) throws IOException {
        Path file = folder.resolve("some.kar");
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out)) {
            for (String path : paths) {
                jar.putNextEntry(new ZipEntry(path));
                jar.write(path.getBytes());
                jar.closeEntry();
            }
        }
        return file;
    }

    private Path unpack(Path file) throws IOException {
        return Kar.unpack(file, Files.createDirectories(folder.resolve("unpacked")));
    }

    @Test
    void theRepositoryIsUnpackedAndNothingElse() throws IOException {
        Path features = unpack(archive(
                "repository/org/acme/snow/1.0.0/snow-1.0.0-features.xml",
                "repository/org/acme/snow/1.0.0/snow-1.0.0.jar",
                "etc/evil.cfg"));
        assertThat(features).endsWith(Path.of("org/acme/snow/1.0.0/snow-1.0.0-features.xml"));
        assertThat(folder.resolve("unpacked/etc")).doesNotExist();
    }

    @Test
    void pathsThatLeadOutAreRefused() throws IOException {
        Path file = archive("repository/../../escaped.txt", "repository/a-features.xml");
        assertThatThrownBy(() -> unpack(file)).isInstanceOf(Problem.class);
        assertThat(folder.resolve("escaped.txt")).doesNotExist();
    }

    @Test
    void withoutOneListOfFeaturesItIsNoModule() throws IOException {
        Path file = archive("repository/org/acme/snow.jar");
        assertThatThrownBy(() -> unpack(file)).isInstanceOf(Problem.class);
    }

    @Test
    void whatIsNoArchiveOrNoBundleIsRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("text.jar"), "no archive");
        assertThatThrownBy(() -> unpack(text)).isInstanceOf(Problem.class);
        Path plain = archive("org/acme/Some.class");
        assertThatThrownBy(() -> unpack(plain)).isInstanceOf(Problem.class);
    }
}
