package org.gridloom.platform.settings.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gridloom.platform.assembly.AssemblyPart;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.testkit.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Settings as a section of the district's file. */
class SettingsSectionTest {

    @RegisterExtension
    final TestDatabase db = TestDatabase.of("org.gridloom.platform.settings");

    @TempDir
    Path data;

    private District district;
    private SettingsSection section;

    @BeforeEach
    void open() {
        db.clock().set(LocalDate.of(2026, 6, 1));
        district = new District(db, data);
        section = new SettingsSection(new SettingsParts(district.modules, district.node, district.editing));
    }

    private List<Violation> faults(Map<String, Object> values) {
        AssemblyPart part = AssemblyPart.of("settings", Map.of(Gate.NAME, values));
        section.check(part);
        return part.faults();
    }

    private void apply(Map<String, Object> values) {
        AssemblyPart part = AssemblyPart.of("settings", Map.of(Gate.NAME, values));
        Object wanted = section.check(part);
        assertThat(part.faults()).isEmpty();
        db.platform().run(tx -> section.apply(wanted));
        assertThat(district.held("minutes")).isNull();
        section.applied();
    }

    @Test
    void whatIsAppliedHoldsAfterTheCommitAndIsExportedAsItIs() {
        apply(Map.of("minutes", "20"));

        assertThat(district.held("minutes")).containsExactly("20");
        assertThat(section.export()).isEqualTo(Map.of(Gate.NAME, Map.of("minutes", "20")));
        AssemblyPart part = AssemblyPart.of("settings", section.export());
        assertThat(section.check(part)).isEqualTo(section.export());
        assertThat(part.faults()).isEmpty();
    }

    @Test
    void whatTheFileLeavesOutIsAtItsDefaultAgain() {
        district.set("longestMinutes", "90");

        apply(Map.of("minutes", "20"));

        assertThat(district.held("longestMinutes")).isNull();
    }

    @Test
    void whatIsRolledBackNeverHeld() {
        AssemblyPart part = AssemblyPart.of("settings", Map.of(Gate.NAME, Map.of("minutes", "20")));
        Object wanted = section.check(part);

        assertThatThrownBy(() -> db.platform().run(tx -> {
                    section.apply(wanted);
                    throw new IllegalStateException("a later section is refused");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(district.held("minutes")).isNull();
        assertThat(section.export()).isEqualTo(Map.of());
        assertThat(district.writes).isEmpty();
    }

    @Test
    void faultsAreToldByKey() {
        assertThat(faults(Map.of("minutes", "many", "minuets", "3")))
                .extracting(Violation::field)
                .containsExactlyInAnyOrder("settings/vendor.gate/minutes", "settings/vendor.gate/minuets");
        assertThat(faults(Map.of("minutes", "99", "longestMinutes", "50")))
                .extracting(Violation::field)
                .containsExactly("settings/vendor.gate/minutes");
    }

    @Test
    void whatTakesADocumentIsRefusedWhenItIsApplied() {
        AssemblyPart part = AssemblyPart.of("settings", Map.of(Gate.NAME, Map.of("checkIn", "true")));
        Object wanted = section.check(part);

        assertThatThrownBy(() -> section.apply(wanted))
                .isInstanceOfSatisfying(
                        Problem.class,
                        refused -> assertThat(refused.violations())
                                .extracting(Violation::field)
                                .containsExactly("settings/vendor.gate/document"));
    }

    @Test
    void aModuleThatIsNotThereMayCome() {
        AssemblyPart part = AssemblyPart.of("settings", Map.of("vendor.other", Map.of("x", "1")));

        section.check(part);

        assertThat(part.absences()).extracting(Violation::field).containsExactly("settings/vendor.other");
    }
}
