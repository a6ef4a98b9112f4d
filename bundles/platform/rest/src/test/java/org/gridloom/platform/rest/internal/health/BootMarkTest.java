package org.gridloom.platform.rest.internal.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import org.gridloom.platform.rest.running.StartedModules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;

class BootMarkTest {

    @TempDir
    Path data;

    private final BundleContext context = mock(BundleContext.class);

    @Test
    void aFinishedBootIsMarkedAlsoASecondTime() {
        when(context.getProperty("karaf.data")).thenReturn(data.toString());

        mark();
        mark();

        assertThat(data.resolve("boot-finished")).exists();
    }

    @Test
    void aBootThatIsNotFinishedIsNotMarked() {
        when(context.getProperty("karaf.data")).thenReturn(data.toString());

        new BootMark(context, null);

        assertThat(data).isEmptyDirectory();
    }

    @Test
    void aMarkThatCannotBeMadeStopsNothing() {
        when(context.getProperty("karaf.data"))
                .thenReturn(data.resolve("missing").toString());

        assertThatCode(this::mark).doesNotThrowAnyException();
    }

    private void mark() {
        new BootMark(context, mock(StartedModules.class));
    }
}
