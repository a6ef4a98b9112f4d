package org.gridloom.platform.modules.internal.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gridloom.platform.files.DataFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WantedModulesTest {

    @TempDir
    private Path folder;

    private WantedModules wanted;

    @BeforeEach
    void anOperatorsFile() throws IOException {
        Files.writeString(folder.resolve("modules"), """
                # What this district runs
                gridloom-organization   # always
                snow-clearing/1.0.0

                """);
        DataFolder data = mock(DataFolder.class);
        when(data.path()).thenReturn(folder);
        doAnswer(call -> Files.write(folder.resolve(call.<String>getArgument(0)), call.<byte[]>getArgument(1)))
                .when(data)
                .write(anyString(), any(byte[].class));
        wanted = new WantedModules(data);
    }

    @Test
    void linesAreFeaturesWithOrWithoutVersion() {
        assertThat(wanted.all())
                .containsExactly(
                        entry("gridloom-organization", Optional.empty()), entry("snow-clearing", Optional.of("1.0.0")));
    }

    @Test
    void whatIsChangedLeavesTheOthersAndTheirCommentsAlone() {
        wanted.put("snow-clearing", Optional.of("1.1.0"));
        wanted.put("gridloom-training", Optional.empty());
        assertThat(folder.resolve("modules")).content().isEqualTo("""
                # What this district runs
                gridloom-organization   # always
                snow-clearing/1.1.0

                gridloom-training
                """);
        wanted.remove("snow-clearing");
        assertThat(wanted.all()).containsOnlyKeys("gridloom-organization", "gridloom-training");
    }

    @Test
    void withoutAFileNothingIsWanted() throws IOException {
        Files.delete(folder.resolve("modules"));
        assertThat(wanted.all()).isEmpty();
    }
}
