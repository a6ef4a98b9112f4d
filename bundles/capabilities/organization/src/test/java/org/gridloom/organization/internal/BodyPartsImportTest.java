package org.gridloom.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gridloom.organization.BodyGoal;
import org.gridloom.organization.BodyMember;
import org.gridloom.organization.BodyTask;
import org.gridloom.organization.CoordinationBodyDraft;
import org.gridloom.organization.OutsideOrganizationDraft;
import org.gridloom.organization.PartyPermissions;
import org.gridloom.organization.internal.coordination.GoalSheet;
import org.gridloom.organization.internal.coordination.MemberSheet;
import org.gridloom.organization.internal.coordination.TaskSheet;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.sheet.Sheet;
import org.gridloom.platform.sheet.SheetFormat;
import org.gridloom.platform.sheet.SheetQuery;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Members, goals and tasks of coordination bodies from lists. */
class BodyPartsImportTest {

    private static final String MEMBERS = "机制编码,单位编码,加入日期,退出日期\nXT,WY,2026.1.1,\nXT,WX,2026-01-01,2027-01-01\n";
    private static final String GOALS = "机制编码,年度,年度目标\nXT,2026,解决难题12件\nXT,2027,解决难题15件\n";
    private static final String TASKS =
            "机制编码,任务,完成时限,责任单位编码,所属目标\n" + "XT,管网改造,2026.9.30,WY,解决难题12件\nXT,楼道照明,2026-10-31,,\n";

    @RegisterExtension
    final TestDatabase database = TestDatabase.of("org.gridloom.organization", "org.gridloom.platform.states");

    private PartyDesk desk;
    private Sheet members;
    private Sheet goals;
    private Sheet tasks;

    @BeforeEach
    void aBody() {
        desk = new PartyDesk(database);
        for (String code : List.of("WY", "WX")) {
            desk.outside.create(new OutsideOrganizationDraft(
                    code, "单位" + code, "property-company", PartyDesk.STREET, List.of(), PartyDesk.START, null));
        }
        for (String code : List.of("XT", "XS")) {
            desk.bodies.create(new CoordinationBodyDraft(
                    code, "机制" + code, "governance-coordination", PartyDesk.STREET, PartyDesk.START, null));
        }
        members = new MemberSheet(desk.desk, desk.bodies);
        goals = new GoalSheet(desk.desk, desk.bodies);
        tasks = new TaskSheet(desk.desk, desk.bodies, desk.cases);
    }

    private ImportReport load(Sheet sheet, String table, boolean dryRun) throws IOException {
        return desk.territory
                .sheets()
                .load(sheet, new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)), dryRun, Progress.NONE);
    }

    private void loadAll() throws IOException {
        load(members, MEMBERS, false);
        load(goals, GOALS, false);
        load(tasks, TASKS, false);
    }

    private String export(Sheet sheet, Map<String, String> filters) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        desk.territory.sheets().export(sheet, new SheetQuery(filters, null), SheetFormat.CSV, Locale.CHINESE, file);
        return file.toString(StandardCharsets.UTF_8);
    }

    private List<BodyTask> tasks() {
        return desk.bodies.tasks("XT", null, PageQuery.first()).items();
    }

    @Test
    void aDryRunSaysWhatWouldBeAndWritesNothing() throws IOException {
        assertThat(load(members, MEMBERS, true)).isEqualTo(new ImportReport(true, 2, 2, 0, 0, List.of()));
        assertThat(load(goals, GOALS, true)).isEqualTo(new ImportReport(true, 2, 2, 0, 0, List.of()));

        assertThat(desk.bodies.members("XT", LocalDate.of(2026, 6, 1))).isEmpty();
        assertThat(desk.bodies.goals("XT", null)).isEmpty();
    }

    @Test
    void theyComeInAndTheirExportChangesNothing() throws IOException {
        loadAll();

        assertThat(desk.bodies.members("XT", LocalDate.of(2026, 6, 1)))
                .extracting(BodyMember::organization, BodyMember::validTo)
                .containsExactlyInAnyOrder(tuple("WY", null), tuple("WX", LocalDate.of(2027, 1, 1)));
        assertThat(desk.bodies.goals("XT", null))
                .extracting(BodyGoal::year, BodyGoal::text)
                .containsExactly(tuple(2026, "解决难题12件"), tuple(2027, "解决难题15件"));
        long goal = desk.bodies.goals("XT", 2026).get(0).id();
        assertThat(tasks())
                .extracting(BodyTask::title, BodyTask::due, BodyTask::responsible, BodyTask::goal)
                .containsExactly(
                        tuple("管网改造", LocalDate.of(2026, 9, 30), "WY", goal),
                        tuple("楼道照明", LocalDate.of(2026, 10, 31), null, null));
        for (Sheet sheet : List.of(members, goals, tasks)) {
            Map<String, String> filters = sheet == members ? Map.of("asOf", "2026-06-01") : Map.of();
            assertThat(load(sheet, export(sheet, filters), false))
                    .isEqualTo(new ImportReport(false, 2, 0, 0, 2, List.of()));
        }
        assertThat(export(tasks, Map.of("body", "XS")).lines()).hasSize(1);
        assertThat(export(tasks, Map.of("body", "XT", "state", "done")).lines()).hasSize(1);
    }

    @Test
    void aTaskOfTheSameTitleChangesAsLongAsItIsNotOver() throws IOException {
        loadAll();

        ImportReport report = load(tasks, TASKS.replace("2026.9.30,WY", "2026.9.15,WX"), false);

        assertThat(report).isEqualTo(new ImportReport(false, 2, 0, 1, 1, List.of()));
        assertThat(tasks().get(0))
                .extracting(BodyTask::due, BodyTask::responsible)
                .containsExactly(LocalDate.of(2026, 9, 15), "WX");
    }

    @Test
    void faultsAreToldByRowAndColumnAndNothingIsWritten() throws IOException {
        load(members, MEMBERS, false);

        ImportReport joined = load(
                members,
                MEMBERS + "NO,WY,2026-01-01,\nXS,NO,2026-01-01,\nXS,WY,2026-01-01,2025-01-01\nXT,WY,2026-03-01,\n",
                false);
        ImportReport planned = load(
                tasks,
                "机制编码,任务,完成时限,责任单位编码,所属目标,状态\nXT,好任务,2026-09-30,,,\nXT,无此目标,2026-09-30,,别的,\n"
                        + "XT,非成员,2026-09-30,NO,,\nXT,已办结,2026-09-30,,,done\n",
                false);

        assertThat(joined.violations())
                .extracting(Violation::row, Violation::field)
                .containsExactlyInAnyOrder(tuple(4, "机制编码"), tuple(5, "单位编码"), tuple(6, "退出日期"), tuple(7, "单位编码"));
        assertThat(planned.violations())
                .extracting(Violation::row, Violation::field)
                .containsExactlyInAnyOrder(tuple(3, "所属目标"), tuple(4, "责任单位编码"), tuple(5, "状态"));
        assertThat(desk.bodies.members("XS", LocalDate.of(2026, 6, 1))).isEmpty();
        assertThat(tasks()).isEmpty();
    }

    @Test
    void whatLiesBeyondOnesUnitsIsRefused() throws IOException {
        UnitScope other = UnitScope.of(List.of(CodeRange.subtree("210102002")));
        database.access().signIn("clerk", Map.of(PartyPermissions.COORDINATION_EDIT, other));

        assertThat(load(goals, GOALS, false).violations())
                .extracting(Violation::row, Violation::field)
                .containsExactly(tuple(2, "机制编码"), tuple(3, "机制编码"));
    }
}
