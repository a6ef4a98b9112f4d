package org.gridloom.training.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.training.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

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

    private ImportReport loadAll(String table) throws IOException {
        return desk.sheets.load(
                new AttendanceSheet(desk.desk, desk.sessions, desk.attendances, desk.attendees),
                new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)),
                false,
                Progress.NONE);
    }

    private ImportReport load(Session session, String table, boolean dryRun) throws IOException {
        return desk.attendances.signedIn(
                session.id(), new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)), dryRun);
    }
}
