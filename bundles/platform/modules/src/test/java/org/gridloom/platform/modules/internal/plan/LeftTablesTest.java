package org.gridloom.platform.modules.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.util.List;
import org.gridloom.platform.modules.internal.plan.SampleBundles.Sample;
import org.gridloom.platform.persistence.ModuleTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

class LeftTablesTest {

    @TempDir
    private Path folder;

    private SampleBundles bundles;
    private final ModuleTables tables = mock(ModuleTables.class);

    @BeforeEach
    void snowHasLeft() {
        bundles = new SampleBundles(folder);
        when(tables.units()).thenReturn(List.of("com.example.snow"));
        when(tables.of("com.example.snow")).thenReturn(List.of("SNOW_TEAM"));
    }

    private List<Objection> objections(Sample arriving, Bundle... present) {
        return new LeftTables(tables).objections(bundles.bringing(arriving, present));
    }

    private Sample winter(String changes) {
        return bundles.bundle("org.acme.winter").changes(changes);
    }

    @Test
    void whatAModuleLeftIsNobodyElses() {
        assertThat(objections(winter("<sql>delete from snow_team</sql>")))
                .singleElement()
                .satisfies(objection -> {
                    assertThat(objection.code()).isEqualTo("clash-table");
                    assertThat(objection.text().en())
                            .contains("snow_team", "org.acme.winter", "com.example.snow", "uninstalled");
                });
    }

    @Test
    void whoeverLeftItMayComeBack() {
        assertThat(objections(bundles.bundle("com.example.snow").changes("<createTable tableName='snow_team'/>")))
                .isEmpty();
    }

    @Test
    void whatIsThereHasLeftNothing() {
        assertThat(objections(
                        winter("<sql>delete from snow_team</sql>"),
                        bundles.installed(bundles.bundle("com.example.snow"))))
                .isEmpty();
    }

    @Test
    void tablesOfItsOwnAreFine() {
        assertThat(objections(winter("<createTable tableName='winter_team'/>"))).isEmpty();
    }

    @Test
    void changeLogsThatCannotBeReadAreToldElsewhere() {
        assertThat(objections(winter("<createTable"))).isEmpty();
    }
}
