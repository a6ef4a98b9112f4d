package org.gridloom.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gridloom.organization.CoordinationBody;
import org.gridloom.organization.PartyPermissions;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.sheet.SheetFormat;
import org.gridloom.platform.sheet.SheetQuery;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CoordinationImportTest {

    private static final String HEADER = "编码,机制名称,类型,单元编码,成立日期,备注\n";
    private static final String BODIES = HEADER
            + "XT1,街道协调机制,governance-coordination,210102001,2026.1.1,演示\n"
            + "XT2,社区协调机制,governance-coordination,210102001001,2026.1.1,\n";

    @RegisterExtension
    final TestDatabase database = TestDatabase.of("org.gridloom.organization", "org.gridloom.platform.states");

    private PartyDesk desk;
    private CoordinationSheet sheet;

    @BeforeEach
    void aTerritory() {
        desk = new PartyDesk(database);
        sheet = new CoordinationSheet(desk.desk, desk.bodies);
    }

    private ImportReport load(String table, boolean dryRun) throws IOException {
        return desk.territory
                .sheets()
                .load(sheet, new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)), dryRun, Progress.NONE);
    }

    private List<CoordinationBody> bodies() {
        return desk.bodies.list(null, null, PageQuery.first()).items();
    }

    @Test
    void bodiesComeInAndTheirExportChangesNothing() throws IOException {
        assertThat(load(BODIES, true)).isEqualTo(new ImportReport(true, 2, 2, 0, 0, List.of()));
        assertThat(bodies()).isEmpty();

        assertThat(load(BODIES, false)).isEqualTo(new ImportReport(false, 2, 2, 0, 0, List.of()));

        assertThat(bodies())
                .extracting(CoordinationBody::code, CoordinationBody::unit, CoordinationBody::note)
                .containsExactlyInAnyOrder(tuple("XT1", "210102001", "演示"), tuple("XT2", "210102001001", null));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        desk.territory.sheets().export(sheet, new SheetQuery(Map.of(), null), SheetFormat.CSV, Locale.CHINESE, file);
        assertThat(load(file.toString(StandardCharsets.UTF_8), false))
                .isEqualTo(new ImportReport(false, 2, 0, 0, 2, List.of()));
    }

    @Test
    void aNameChangesAndTheUnitDoesNot() throws IOException {
        load(BODIES, false);

        assertThat(load(BODIES.replace("社区协调机制", "社区治理协调机制").replace("2026.1.1", "2026.3.1"), false)
                        .updated())
                .isEqualTo(1);
        ImportReport moved = load(BODIES.replace("210102001001", "210102002"), false);

        assertThat(desk.bodies.get("XT2", null).name()).isEqualTo("社区治理协调机制");
        assertThat(moved.violations())
                .extracting(Violation::row, Violation::field)
                .containsExactly(tuple(3, "单元编码"));
        assertThat(moved.violations().get(0).message().en()).contains("210102001001");
    }

    @Test
    void faultsAreToldByRowAndColumnAndNothingIsWritten() throws IOException {
        ImportReport report = load(
                BODIES + "XT3,无此单元,governance-coordination,210102777,2026.1.1,\n" + "XT4,无此类型,别的,210102001,2026.1.1,\n",
                false);

        assertThat(report.violations())
                .extracting(Violation::row, Violation::field)
                .containsExactlyInAnyOrder(tuple(4, "单元编码"), tuple(5, "类型"));
        assertThat(bodies()).isEmpty();
    }

    @Test
    void whatLiesBeyondOnesUnitsIsRefused() throws IOException {
        UnitScope community = UnitScope.of(List.of(CodeRange.subtree(PartyDesk.COMMUNITY)));
        database.access().signIn("clerk", Map.of(PartyPermissions.COORDINATION_EDIT, community));

        assertThat(load(BODIES, false).violations())
                .extracting(Violation::row, Violation::field)
                .containsExactly(tuple(2, "单元编码"));
    }
}
