package org.gridloom.platform.assembly.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The districts' files stand as an export writes them, so that the two can be compared line by line. */
class DistrictFilesTest {

    @ParameterizedTest
    @ValueSource(strings = {"heping", "siming"})
    void aDistrictsFileIsWrittenAsItsExport(String district) throws IOException {
        String text = Files.readString(Path.of("../../../districts", district, "assembly.yaml"));
        String withoutComments = text.lines()
                .filter(line -> !line.startsWith("#"))
                .dropWhile(String::isEmpty)
                .collect(Collectors.joining("\n", "", "\n"));

        assertThat(YamlWriter.write(AssemblyFile.parse(text).sections())).isEqualTo(withoutComments);
    }
}
