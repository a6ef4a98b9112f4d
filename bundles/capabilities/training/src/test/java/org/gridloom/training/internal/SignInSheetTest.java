package org.gridloom.training.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.sheet.SheetFormat;
import org.gridloom.platform.sheet.SheetQuery;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.training.Attendance;
import org.gridloom.training.AttendanceFilter;
import org.gridloom.training.CoverageFilter;
import org.gridloom.training.CoveredPerson;
import org.gridloom.training.Session;
import org.gridloom.training.SessionDraft;
import org.gridloom.training.TrainerDraft;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Attendance as it comes in by the sheets that people sign. */
class SignInSheetTest {

    @RegisterExtension
    final TestDatabase database = TestDatabase.of("org.gridloom.training", "org.gridloom.platform.states");

    private TrainingDesk desk;

    @BeforeEach
    void twoWorkers() {
        desk = new TrainingDesk(database).worker("R1", TrainingDesk.COMMUNITY).worker("R2", TrainingDesk.COMMUNITY);
    }

    @Test
    void theSignInSheetThatPeopleKeepIsTakenAllOrNothing() throws IOException {
        desk.person("R4", "重名", TrainingDesk.COMMUNITY, null).person("R5", "重名", TrainingDesk.OTHER, null);
        Session session = desk.held("2026-1");
        String table = """
                协商议事培训签到表（第1期）
                主题：议事规则
                序号,姓名,单位,职务,电话,签到时间,签名,成绩,备注
                1,工作者R1,某社区,社区工作者,,8:50,,92,
                2,%s,某社区,社区工作者,,8:55,,%s,
                填报人：某某
                """;

        ImportReport refused = load(session, table.formatted("重名", "101"), false);
        assertThat(refused.violations()).hasSizeGreaterThanOrEqualTo(1);
        assertThat(desk.sessions.get(session.id()).attended()).isZero();
        assertThat(load(session, table.formatted("工作者R2", "88"), true).created())
                .isEqualTo(2);
        assertThat(desk.sessions.get(session.id()).attended()).isZero();
        assertThat(load(session, table.formatted("工作者R2", "88"), false).created())
                .isEqualTo(2);
        assertThat(load(session, table.formatted("工作者R2", "88"), false).unchanged())
                .isEqualTo(2);
        assertThat(desk.sessions.get(session.id()).attended()).isEqualTo(2);
        assertThat(database.events())
                .filteredOn(event -> event.name().equals("training.attendance.recorded"))
                .hasSize(1);
    }

    @Test
    void theNumberOfASessionMayStandAboveItsSignInSheet() throws IOException {
        Session session = desk.held("2026-1");
        String table = """
                社区工作者培训签到表,,
                期次：%s  主题：议事规则  时间：2026-03-02 9:00,,
                序号,姓名,成绩
                1,工作者R1,92
                2,工作者R2,88
                """;

        assertThat(loadAll(table.formatted("2026-2")).violations())
                .extracting(Violation::row, violation -> violation.message().zh())
                .containsExactly(tuple(2, "没有这期培训"));
        assertThat(loadAll(table.formatted("第2026-1期")).created()).isEqualTo(2);
        assertThat(loadAll(table.formatted("2026-1")).unchanged()).isEqualTo(2);
        assertThat(desk.sessions.get(session.id()).attended()).isEqualTo(2);
        assertThat(load(session, table.formatted("2026-2"), false).violations())
                .extracting(Violation::row, violation -> violation.message().zh())
                .containsExactly(tuple(2, "应为 2026-1"));
        assertThat(loadAll("社区工作者培训签到表\n姓名,成绩,签名\n工作者R1,92,\n").violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.message().zh()).contains("期次：…"));
    }

    @Test
    void whoDidNotComeIsKeptAsAbsentAndCountsForNothing() throws IOException {
        Session session = desk.held("2026-1");

        assertThat(load(session, "姓名,到会,备注\n工作者R1,否,请假\n工作者R2,,\n", false).created())
                .isEqualTo(2);

        assertThat(places(session))
                .extracting(Attendance::person, Attendance::state, Attendance::note)
                .containsExactly(tuple("R1", "absent", "请假"), tuple("R2", "attended", null));
        assertThat(desk.sessions.get(session.id()).attended()).isEqualTo(1);
        assertThat(desk.coverage
                        .people(new CoverageFilter(null, "deliberation", null, true, null), PageQuery.first())
                        .items())
                .extracting(CoveredPerson::person)
                .containsExactly("R2");
        assertThat(load(session, "姓名,到会,备注\n工作者R1,是,补签\n", false).updated()).isEqualTo(1);
        assertThat(desk.sessions.get(session.id()).attended()).isEqualTo(2);
    }

    @Test
    void peopleAreFoundByTheirTelephoneBeforeTheirName() throws IOException {
        desk.person("R4", "重名", TrainingDesk.COMMUNITY, null)
                .person("R5", "重名", TrainingDesk.OTHER, null)
                .phone("R4", "13800000004")
                .phone("R5", "13800000005");
        Session session = desk.held("2026-1");

        assertThat(load(session, "姓名,电话\n重名,13800000005\n", false).created()).isEqualTo(1);
        assertThat(places(session)).extracting(Attendance::person).containsExactly("R5");
        assertThat(faults(load(session, "姓名,电话\n工作者R1,13800000009\n", false))).containsExactly("2 姓名 您可查看的人员中没有此人");
        desk.phone("R1", "13800000005");
        assertThat(faults(load(session, "姓名,电话\n重名,13800000005\n", false))).containsExactly("2 姓名 有 2 人符合，请填人员编号");
        assertThat(faults(loadAll("期次,姓名,电话\n2026-1,,\n"))).containsExactly("2 姓名 人员编号、电话、姓名至少填一项");
    }

    @ParameterizedTest
    @EnumSource
    void aSessionsSheetIsExportedAsPeopleKeepItAndImportedAgain(SheetFormat format) throws IOException {
        Session session = taught();
        load(session, "姓名,签到时间,成绩,到会,备注\n工作者R1,8:50,92.5,,\n工作者R2,,,否,请假\n", false);

        byte[] file = export(format, Map.of("session", Long.toString(session.id())));

        assertThat(desk.attendances
                        .signedIn(session.id(), new ByteArrayInputStream(file), false)
                        .unchanged())
                .isEqualTo(2);
        assertThat(loadAll(file).unchanged()).isEqualTo(2);
    }

    @Test
    void aSessionsSheetSaysAboveItsHeadersWhatTheSessionIs() throws IOException {
        Session session = taught();
        load(session, "姓名,签到时间,成绩\n工作者R1,8:50,92.5\n", false);

        assertThat(new String(
                                export(SheetFormat.CSV, Map.of("session", Long.toString(session.id()))),
                                StandardCharsets.UTF_8)
                        .lines())
                .containsExactly(
                        "\uFEFF培训签到",
                        "期次：,2026-9",
                        "主题：,议事规则专题",
                        "形式：,专题授课",
                        "时间：,2026-03-02 9:00—11:30",
                        "地点：,街道会议室",
                        "授课人：,王教员;李教员",
                        "姓名,单位,职务,电话,签到时间,签名,成绩,到会,人员编号,备注",
                        "工作者R1,210102001001,社区工作者,,8:50,,92.5,是,R1,");
    }

    @ParameterizedTest
    @EnumSource
    void manySessionsAreExportedAsOneListAndImportedAgain(SheetFormat format) throws IOException {
        load(taught(), "姓名\n工作者R1\n", false);
        load(desk.held("2026-8"), "姓名,到会\n工作者R1,否\n工作者R2,\n", false);

        byte[] file = export(format, Map.of());

        assertThat(loadAll(file).unchanged()).isEqualTo(3);
        if (format == SheetFormat.CSV) {
            assertThat(new String(file, StandardCharsets.UTF_8).lines())
                    .hasSize(4)
                    .contains(
                            "\uFEFF期次,主题,形式,时间,地点,授课人,姓名,单位,职务,电话,签到时间,签名,成绩,到会,人员编号,备注",
                            "2026-9,议事规则专题,专题授课,2026-03-02 9:00—11:30,街道会议室,王教员;李教员,"
                                    + "工作者R1,210102001001,社区工作者,,,,,是,R1,");
        }
    }

    @Test
    void aWorkbookThatPeopleKeepIsTaken() throws IOException {
        Session session = desk.held("2026-1");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(file, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("签到");
            sheet.value(0, 0, "协商议事培训签到表");
            sheet.range(0, 0, 0, 3).merge();
            sheet.value(1, 0, "期次：第2026-1期  主题：议事规则  时间：2026.3.2 9:00");
            String[][] rows = {{"序号", "姓名", "签到时间", "成绩"}, {"1", "工作者R1", "8:50", "92"}};
            for (int row = 0; row < rows.length; row++) {
                for (int column = 0; column < rows[row].length; column++) {
                    sheet.value(row + 2, column, rows[row][column]);
                }
            }
            sheet.value(4, 1, "工作者R2");
            sheet.value(4, 3, 101);
            sheet.value(5, 0, "填报人：某某");
        }

        assertThat(loadAll(file.toByteArray()).violations())
                .singleElement()
                .satisfies(fault -> assertThat(fault.row()).isEqualTo(5));
        assertThat(desk.sessions.get(session.id()).attended()).isZero();
    }

    /** With all that a sheet says above its headers. */
    private Session taught() {
        desk.trainers.create(new TrainerDraft("T1", "李教员", TrainingDesk.STREET, null, null, null, null));
        desk.trainers.create(new TrainerDraft("T2", "王教员", TrainingDesk.STREET, null, null, null, null));
        SessionDraft like = desk.draft("2026-9", 0);
        return desk.act(
                desk.sessions.create(new SessionDraft(
                        like.number(),
                        like.title(),
                        like.topic(),
                        like.format(),
                        like.unit(),
                        like.heldOn(),
                        "9:00—11:30",
                        "街道会议室",
                        null,
                        null,
                        List.of("T2", "T1"),
                        0,
                        null)),
                "hold");
    }

    private List<Attendance> places(Session session) {
        return desk.attendances
                .list(new AttendanceFilter(null, session.id(), null, null, null, null, null), PageQuery.first())
                .items();
    }

    private static List<String> faults(ImportReport report) {
        return report.violations().stream()
                .map(fault -> fault.row() + " " + fault.field() + " "
                        + fault.message().zh())
                .toList();
    }

    private byte[] export(SheetFormat format, Map<String, String> filters) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        desk.sheets.export(desk.attendanceSheet(), new SheetQuery(filters, null), format, Locale.CHINESE, file);
        return file.toByteArray();
    }

    private ImportReport loadAll(String table) throws IOException {
        return loadAll(table.getBytes(StandardCharsets.UTF_8));
    }

    private ImportReport loadAll(byte[] file) throws IOException {
        return desk.sheets.load(desk.attendanceSheet(), new ByteArrayInputStream(file), false, Progress.NONE);
    }

    private ImportReport load(Session session, String table, boolean dryRun) throws IOException {
        return desk.attendances.signedIn(
                session.id(), new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)), dryRun);
    }
}
