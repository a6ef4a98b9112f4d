package org.gridloom.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Sha256Test {

    @TempDir
    Path folder;

    @Test
    void aTextIsToldByTheDigestThatIsPublishedForIt() {
        assertThat(Sha256.of("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void aFileOfSeveralBuffersIsToldAsItsText() throws IOException {
        String text = "织格,grid\n".repeat(20_000);

        assertThat(Sha256.of(Files.writeString(folder.resolve("table.csv"), text)))
                .isEqualTo(Sha256.of(text));
    }
}
