package org.gridloom.platform.modules.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.util.List;
import org.gridloom.platform.modules.internal.plan.SampleBundles.Sample;
import org.gridloom.platform.persistence.MigrationPlan;
import org.gridloom.platform.persistence.ModuleTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesCheckTest {

    @TempDir
    private Path folder;

    private SampleBundles bundles;

    @BeforeEach
    void open() {
        bundles = new SampleBundles(folder);
    }

    private final ModuleTables tables = mock(ModuleTables.class);

    private List<Objection> objections(Sample arriving) {
        return new TablesCheck(tables).objections(bundles.bringing(arriving));
    }

    private Sample winter() {
        return bundles.bundle("org.acme.winter").changes("<createTable tableName='winter_team'/>");
    }

    private void finding(List<String> foreign, List<String> altered) {
        when(tables.plan(eq("org.acme.winter"), any())).thenReturn(new MigrationPlan(List.of(), foreign, altered));
    }

    @Test
    void tablesThatItKnowsAreFine() {
        finding(List.of(), List.of());
        assertThat(objections(winter())).isEmpty();
    }

    @Test
    void whatALaterVersionMadeOfThemIsRefusedByName() {
        finding(List.of("migrations/0002.xml::less"), List.of());
        assertThat(objections(winter())).singleElement().satisfies(objection -> {
            assertThat(objection.code()).isEqualTo("later-tables");
            assertThat(objection.text().en()).contains("org.acme.winter 1.0.0", "migrations/0002.xml::less");
        });
    }

    @Test
    void aChangeSetThatWasAlteredIsRefusedByName() {
        finding(List.of(), List.of("migrations/0001.xml::1"));
        assertThat(objections(winter())).singleElement().satisfies(objection -> {
            assertThat(objection.code()).isEqualTo("altered-migration");
            assertThat(objection.text().en()).contains("migrations/0001.xml::1");
        });
    }

    @Test
    void changeLogsThatCannotBeReadAreRefused() {
        when(tables.plan(eq("org.acme.winter"), any())).thenThrow(new IllegalArgumentException("0001.xml, line 3"));
        assertThat(objections(winter())).singleElement().satisfies(objection -> {
            assertThat(objection.code()).isEqualTo("faulty-migration");
            assertThat(objection.text().en()).contains("0001.xml, line 3");
        });
    }

    @Test
    void aBundleWithoutTablesIsNotLookedAt() {
        assertThat(objections(bundles.bundle("org.acme.pages"))).isEmpty();
        verifyNoInteractions(tables);
    }
}
