package org.gridloom.platform.assembly.internal.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WantedFileTest {

    private final WantedFile file = new WantedFile(
            List.of("# The modules", "gridloom-organization", "", "gridloom-training/0.1.0 # since spring"));

    @Test
    void aLineNamesAFeature() {
        assertThat(file.names()).containsExactly("gridloom-organization", "gridloom-training");
    }

    @Test
    void commentsStayWhenModulesComeAndGo() {
        assertThat(file.changed(List.of("gridloom-dashboard", "gridloom-organization"), Set.of("gridloom-training"))
                        .lines())
                .containsExactly("# The modules", "gridloom-organization", "", "gridloom-dashboard");
    }
}
