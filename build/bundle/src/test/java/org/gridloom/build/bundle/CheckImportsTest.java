package org.gridloom.build.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckImportsTest {

    @TempDir
    Path classes;

    @Test
    void releasedPackagesAndThoseOfOthersMayBeImported() throws IOException {
        manifest("Import-Package: org.gridloom.platform.tx;version=\"[1.3,2)\",javax.sql\n");

        assertThatCode(() -> CheckImports.main(new String[] {classes.toString()}))
                .doesNotThrowAnyException();
    }

    @Test
    void aBundleThatImportsNothingIsFine() throws IOException {
        manifest("");

        assertThatCode(() -> CheckImports.main(new String[] {classes.toString()}))
                .doesNotThrowAnyException();
    }

    @Test
    void whatIsInternalIsRefusedByName() throws IOException {
        manifest("Import-Package: org.gridloom.platform.tx;version=\"[1.3,2)\",\n"
                + " org.gridloom.platform.console.internal;resolution:=optional,javax.sql\n");

        assertThatThrownBy(() -> CheckImports.main(new String[] {classes.toString()}))
                .hasMessageContaining("org.gridloom.platform.console.internal.")
                .hasMessageContaining("docs/vendor-guide.md")
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("platform.tx"));
    }

    private void manifest(String headers) throws IOException {
        Path file = Files.createDirectories(classes.resolve("META-INF")).resolve("MANIFEST.MF");
        Files.writeString(file, "Manifest-Version: 1.0\n" + headers + "\n");
    }
}
