package org.gridloom.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.gridloom.organization.NewUnit;
import org.gridloom.organization.TerritoryPermissions;
import org.gridloom.organization.Unit;
import org.gridloom.organization.UnitChange;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.testkit.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is seen of a new unit or a change before it is made. */
class EditingPreviewTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final String STREET = "210102001";
    private static final String COMMUNITY = "210102001001";
    private static final UnitChange RENAMING = UnitChange.renamed("长白社区", DAY);

    @RegisterExtension
    final TestDatabase database = TestDatabase.of("org.gridloom.organization");

    private TerritoryDesk desk;

    @BeforeEach
    void aDistrict() {
        desk = new TerritoryDesk(database).withDistrict();
    }

    @Test
    void aNewUnitIsShownWithTheCodeThatItThenGets() {
        List<?> before = written();
        NewUnit unit = NewUnit.named(STREET, "幸福里社区");

        Unit preview = desk.editing.create(unit, true);

        assertThat(preview.code()).isEqualTo("210102001003");
        assertThat(written()).isEqualTo(before);
        assertThat(desk.editing.create(unit)).isEqualTo(preview);
    }

    @Test
    void aChangedUnitIsShownAsItWouldBeAndStaysAsItIs() {
        Unit unit = desk.units.get(COMMUNITY, DAY);
        List<?> before = written();

        Unit preview = desk.editing.change(COMMUNITY, RENAMING, 1, true);

        assertThat(preview.name()).isEqualTo("长白社区");
        assertThat(preview.version()).isEqualTo(unit.version());
        assertThat(written()).isEqualTo(before);
        assertThat(desk.units.get(COMMUNITY, DAY)).isEqualTo(unit);
        assertThat(desk.editing.change(COMMUNITY, RENAMING, 1).name()).isEqualTo("长白社区");
    }

    @Test
    void aPreviewIsRefusedWhereTheChangeWouldBe() {
        desk.editing.change(COMMUNITY, RENAMING, 1);

        assertRefused(Problem.Kind.CHANGED, () -> desk.editing.change(COMMUNITY, RENAMING, 1, true));
        assertRefused(
                Problem.Kind.CONFLICT,
                () -> desk.editing.change(COMMUNITY, UnitChange.renamed("另名", DAY.minusDays(1)), 2, true));
        assertRefused(
                Problem.Kind.INVALID, () -> desk.editing.change(COMMUNITY, UnitChange.renamed(" ", DAY), 2, true));
        assertRefused(Problem.Kind.CONFLICT, () -> desk.editing.create(coded(STREET, COMMUNITY), true));
        assertRefused(Problem.Kind.INVALID, () -> desk.editing.create(coded(STREET, "210102002009"), true));
        assertRefused(Problem.Kind.CONFLICT, () -> desk.editing.create(coded(null, "210103"), true));
        desk.close(COMMUNITY, DAY.plusDays(9), true);
        assertRefused(Problem.Kind.CONFLICT, () -> desk.editing.create(NewUnit.named(COMMUNITY, "网格"), true));
    }

    @Test
    void aPreviewNeedsThePermissionOfTheChange() {
        database.access().signIn("clerk", Map.of(TerritoryPermissions.UNIT_READ, desk.directory.scope(STREET, DAY)));

        assertRefused(Problem.Kind.FORBIDDEN, () -> desk.editing.create(NewUnit.named(STREET, "社区"), true));
        assertRefused(Problem.Kind.FORBIDDEN, () -> desk.editing.change(COMMUNITY, RENAMING, 1, true));
    }

    private List<?> written() {
        return List.of(List.copyOf(database.audit()), List.copyOf(database.events()));
    }

    private static NewUnit coded(String parent, String code) {
        return new NewUnit(parent, code, "新单元", null, DAY, null, null, null, null, null);
    }

    private static void assertRefused(Problem.Kind kind, Runnable work) {
        assertThatThrownBy(work::run)
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .extracting(Problem::kind)
                .isEqualTo(kind);
    }
}
