package org.gridloom.training.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gridloom.platform.event.Event;
import org.gridloom.platform.figure.Figure;
import org.gridloom.platform.figure.FigureQuery;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.sheet.Sheet;
import org.gridloom.platform.sheet.SheetFormat;
import org.gridloom.platform.sheet.SheetQuery;
import org.gridloom.platform.testkit.RecordedAudit;
import org.gridloom.platform.testkit.RecordedEvent;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitScope;
import org.gridloom.training.Attendance;
import org.gridloom.training.AttendanceDraft;
import org.gridloom.training.AttendanceFilter;
import org.gridloom.training.CatalogueFilter;
import org.gridloom.training.Certificate;
import org.gridloom.training.CertificateFilter;
import org.gridloom.training.Enrolment;
import org.gridloom.training.Programme;
import org.gridloom.training.ProgrammeDraft;
import org.gridloom.training.Session;
import org.gridloom.training.SessionDraft;
import org.gridloom.training.SessionFilter;
import org.gridloom.training.StudioDraft;
import org.gridloom.training.TrainerDraft;
import org.gridloom.training.TrainingPermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TrainingTest {

    private static final SessionFilter ALL_SESSIONS =
            new SessionFilter(null, null, null, null, null, null, null, null, null);

    @RegisterExtension
    final TestDatabase database = TestDatabase.of("org.gridloom.training", "org.gridloom.platform.states");

    private TrainingDesk desk;

    @BeforeEach
    void twoWorkers() {
        desk = new TrainingDesk(database)
                .worker("R1", TrainingDesk.COMMUNITY)
                .worker("R2", TrainingDesk.COMMUNITY)
                .worker("R3", TrainingDesk.OTHER);
    }

    @Test
    void theStatesAreDocumented() {
        assertThat(Path.of("../../../docs/states/training.session.md")).hasContent(SessionStates.MACHINE.markdown());
    }

    @Test
    void aProgrammeIsKeptWithItsVersions() {
        Programme made = desk.programmes.create(programme("PX", 2));
        assertRefused(Problem.Kind.CONFLICT, () -> desk.programmes.create(programme("PX", 2)));
        assertRefused(
                Problem.Kind.INVALID,
                () -> desk.programmes.create(new ProgrammeDraft("PY", "x", "999", null, 1, null, null, null)));

        Programme changed = desk.programmes.change("PX", programme("PX", 3), made.version());

        assertThat(changed.requiredSessions()).isEqualTo(3);
        assertThat(desk.programmes.get("PX")).isEqualTo(changed);
        assertRefused(Problem.Kind.CHANGED, () -> desk.programmes.change("PX", programme("PX", 4), made.version()));
        assertThat(database.audit())
                .extracting(RecordedAudit::action)
                .containsExactly("training.programme.registered", "training.programme.changed");
    }

    @Test
    void aStationBelongsToAStudio() {
        StudioDraft station = new StudioDraft("Z1", "驻街道工作站", "station", "S1", TrainingDesk.STREET, null, null);
        assertRefused(Problem.Kind.INVALID, () -> desk.studios.create(station));
        desk.studios.create(new StudioDraft("S1", "书记工作室", "studio", null, TrainingDesk.STREET, null, null));

        assertThat(desk.studios.create(station).parent()).isEqualTo("S1");
        assertThat(desk.studios
                        .list(new CatalogueFilter(null, "工作"), PageQuery.first())
                        .total())
                .isEqualTo(2);
    }

    @Test
    void aSessionGoesFromThePlanToItsHavingTakenPlace() {
        Session planned = desk.sessions.create(desk.draft("1", null));
        assertThat(planned.capacity()).isEqualTo(60);
        assertThat(planned.state()).isEqualTo("planned");
        assertRefused(Problem.Kind.CONFLICT, () -> desk.sessions.create(desk.draft("1", null)));
        Session held = desk.act(desk.act(planned, "announce"), "hold");

        assertThat(held.state()).isEqualTo("held");
        assertRefused(
                Problem.Kind.CONFLICT, () -> desk.sessions.change(held.id(), desk.draft("2", null), held.version()));
        assertRefused(Problem.Kind.CONFLICT, () -> desk.act(held, "cancel"));
        assertThat(desk.act(held, "reopen").state()).isEqualTo("open");
        assertThat(desk.sessions.timeline(held.id())).hasSize(4);
    }

    @Test
    void whoTeachesStaysInTheOrderGiven() {
        desk.trainers.create(trainer("T1"));
        desk.trainers.create(trainer("T2"));
        Session planned = desk.sessions.create(taught("1", List.of("T2", "T1")));
        assertThat(desk.sessions.get(planned.id()).trainers()).containsExactly("T2", "T1");

        Session changed = desk.sessions.change(planned.id(), taught("1", List.of("T1")), planned.version());

        assertThat(changed.trainers()).containsExactly("T1");
        assertThat(desk.sessions.list(ALL_SESSIONS, PageQuery.first()).items())
                .singleElement()
                .satisfies(session -> assertThat(session.trainers()).containsExactly("T1"));
        assertRefused(Problem.Kind.INVALID, () -> desk.sessions.create(taught("2", List.of("T1", "T9"))));
    }

    private static TrainerDraft trainer(String code) {
        return new TrainerDraft(code, "某教员", TrainingDesk.STREET, "党校", null, null, null);
    }

    private SessionDraft taught(String number, List<String> trainers) {
        SessionDraft like = desk.draft(number, null);
        return new SessionDraft(
                number,
                like.title(),
                like.topic(),
                like.format(),
                like.unit(),
                like.heldOn(),
                null,
                null,
                null,
                null,
                trainers,
                null,
                null);
    }

    @Test
    void aSessionIsNotConfirmedBeforeItsDay() {
        SessionDraft tomorrow = new SessionDraft(
                "1",
                "明天",
                "mediation",
                "quiz",
                TrainingDesk.STREET,
                TrainingDesk.DAY.plusDays(1),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        Session planned = desk.sessions.create(tomorrow);

        assertRefused(Problem.Kind.CONFLICT, () -> desk.act(planned, "hold"));
    }

    @Test
    void whatTheRulesDoNotKnowIsRefusedWithWhatTheyDo() {
        SessionDraft wrong = new SessionDraft(
                "1",
                "x",
                "cooking",
                "lecture",
                TrainingDesk.STREET,
                TrainingDesk.DAY,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        assertThatThrownBy(() -> desk.sessions.create(wrong))
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .satisfies(problem ->
                        assertThat(problem.violations().get(0).message().zh()).contains("矛盾调解", "群众工作", "议事规则"));
    }

    @Test
    void aFullSessionTakesNobodyUntilSomebodyWithdraws() {
        Session session = desk.open("1", 1);
        Attendance first = enrol(session, "R1");
        assertRefused(Problem.Kind.CONFLICT, () -> enrol(session, "R1"));
        assertRefused(Problem.Kind.CONFLICT, () -> enrol(session, "R2"));

        desk.attendances.withdraw(first.id(), "有事", first.version());

        assertThat(enrol(session, "R2").unit()).isEqualTo(TrainingDesk.COMMUNITY);
        assertThat(database.events())
                .extracting(RecordedEvent::name)
                .containsSubsequence(
                        "training.person.enrolled", "training.person.withdrawn", "training.person.enrolled");
    }

    @Test
    void attendanceTwiceCountsOnce() {
        Session session = desk.held("1");
        desk.attendances.record(session.id(), AttendanceDraft.of("R1"));
        Attendance scored = desk.attendances.record(
                session.id(), new AttendanceDraft("R1", true, new BigDecimal("92.5"), "8:50", null));

        assertThat(scored.score()).isEqualByComparingTo("92.5");
        assertThat(desk.sessions.get(session.id()).attended()).isEqualTo(1);
        assertThat(figure("training.attendances", TrainingDesk.STREET).value()).isEqualTo(1L);
        assertRefused(Problem.Kind.INVALID, () -> desk.attendances.record(session.id(), AttendanceDraft.of("NOBODY")));
        assertRefused(
                Problem.Kind.INVALID,
                () -> desk.attendances.record(
                        session.id(), new AttendanceDraft("R1", true, new BigDecimal("101"), null, null)));
    }

    @Test
    void attendanceIsRecordedOnceTheSessionTookPlace() {
        Session session = desk.open("1", 0);

        assertRefused(Problem.Kind.CONFLICT, () -> desk.attendances.record(session.id(), AttendanceDraft.of("R1")));
    }

    @Test
    void certificatesAreIssuedOnceToThoseWhoHaveDoneEnough() {
        desk.programmes.create(programme("PX", 2));
        for (String number : List.of("1", "2")) {
            Session session = desk.act(desk.sessions.create(of("PX", number)), "hold");
            score(session, "R1", "80");
            score(session, "R2", number.equals("1") ? "80" : "59");
        }

        List<Certificate> issued = desk.certificates.issue("PX");

        assertThat(issued).extracting(Certificate::person).containsExactly("R1");
        assertThat(issued.get(0).validTo()).isEqualTo(TrainingDesk.DAY.plusMonths(24));
        assertThat(desk.certificates.issue("PX")).isEmpty();
        assertThat(figure("training.certificates", TrainingDesk.STREET).value()).isEqualTo(1L);
        Certificate gone = desk.certificates.revoke(issued.get(0).id(), "有误", 1);
        assertThat(gone.revokedOn()).isEqualTo(TrainingDesk.DAY);
        assertRefused(Problem.Kind.CONFLICT, () -> desk.certificates.revoke(gone.id(), "再次", gone.version()));
        assertThat(desk.certificates.issue("PX")).hasSize(1);
        assertThat(desk.certificates
                        .list(new CertificateFilter(null, "PX", "R1", null, null), PageQuery.first())
                        .total())
                .isEqualTo(2);
    }

    @Test
    void everyListThatIsExportedCanBeImportedAgain() throws IOException {
        desk.programmes.create(programme("PX", 2));
        desk.studios.create(new StudioDraft("S1", "书记工作室", "studio", null, TrainingDesk.STREET, "R1", null));
        desk.trainers.create(trainer("T1"));
        Session session = desk.act(desk.sessions.create(of("PX", "1")), "hold");
        score(session, "R1", "80");
        Session second = desk.act(desk.sessions.create(of("PX", "2")), "hold");
        score(second, "R1", "80");
        desk.certificates.issue("PX");
        Map<Sheet, Integer> records = Map.of(
                new ProgrammeSheet(desk.programmes),
                1,
                new StudioSheet(desk.studios),
                1,
                new TrainerSheet(desk.trainers),
                1,
                new SessionSheet(desk.desk, desk.sessions, desk.rules),
                2,
                desk.attendanceSheet(),
                2,
                new CertificateSheet(desk.desk, desk.certificates, desk.attendees),
                1);
        for (Sheet sheet : records.keySet()) {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            desk.sheets.export(sheet, new SheetQuery(Map.of(), null), SheetFormat.XLSX, Locale.CHINESE, file);

            ImportReport report =
                    desk.sheets.load(sheet, new ByteArrayInputStream(file.toByteArray()), false, Progress.NONE);

            assertThat(report.violations()).as(sheet.definition().name()).isEmpty();
            assertThat(report.unchanged()).as(sheet.definition().name()).isEqualTo(records.get(sheet));
        }
    }

    @Test
    void certificatesOfBeforeComeInOnce() throws IOException {
        desk.programmes.create(programme("PX", 2));
        CertificateSheet sheet = new CertificateSheet(desk.desk, desk.certificates, desk.attendees);
        String table = "证书编号,培训项目编码,人员编号,颁发日期,有效期至\nA1,PX,R1,2025.3.4,2027.3.4\n%s,PX,%s,2025.3.4,2027.3.4\n";

        assertThat(certificates(sheet, table.formatted("A2", "R1")).violations())
                .hasSize(1);
        assertThat(certificates(sheet, table.formatted("A2", "R2")).created()).isEqualTo(2);
        assertThat(certificates(sheet, table.formatted("A2", "R2")).unchanged()).isEqualTo(2);
        assertThat(certificates(sheet, table.formatted("A3", "R2")).violations())
                .hasSize(1);
        assertThat(figure("training.certificates", TrainingDesk.STREET).value()).isEqualTo(2L);
    }

    private ImportReport certificates(Sheet sheet, String table) throws IOException {
        return desk.sheets.load(
                sheet, new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)), false, Progress.NONE);
    }

    @Test
    void sessionsOfBeforeComeInTheStateInWhichTheyStand() throws IOException {
        String table = """
                期次,主题,内容,形式,时间,单元编码,名额,状态
                2025-1,矛盾调解专题,矛盾调解,擂台比拼,2025.3.4,%1$s,40,已举办
                2026-9,群众工作,群众工作,情景模拟,2026年12月1日,%1$s,,
                """.formatted(TrainingDesk.STREET);
        SessionSheet sheet = new SessionSheet(desk.desk, desk.sessions, desk.rules);
        ImportReport report = desk.sheets.load(
                sheet, new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)), false, Progress.NONE);

        assertThat(report.violations()).isEmpty();
        assertThat(desk.sessions.list(ALL_SESSIONS, PageQuery.first()).items())
                .extracting(Session::number, Session::state, Session::format)
                .containsExactly(tuple("2026-9", "planned", "role-play"), tuple("2025-1", "held", "contest"));
        assertThat(figure("training.sessions", TrainingDesk.STREET).value()).isEqualTo(1L);
    }

    @Test
    void anEnrolmentGoesAlongWithThePostAndEndsWithWhoLeaves() {
        SessionDraft coming = desk.draft("1", 0);
        Session session = desk.act(desk.sessions.create(coming), "announce");
        long post = enrol(session, "R1").post();
        enrol(session, "R2");
        desk.leaves("R2");

        deliver(
                "organization.post.handed-over",
                Map.of("formerPost", post, "post", 77, "fromPerson", "R1", "toPerson", "R3", "on", "2026-03-01"));
        deliver("organization.person.left", Map.of("person", "R2", "on", "2026-03-01"));

        assertThat(desk.attendances
                        .list(new AttendanceFilter(null, session.id(), null, null, null, null, null), PageQuery.first())
                        .items())
                .extracting(Attendance::person, Attendance::post)
                .containsExactly(tuple("R3", 77L));
    }

    @Test
    void whoLeftOnceAndIsBackKeepsTheirPlaceWhenThatIsToldLate() {
        Session session = desk.act(desk.sessions.create(desk.draft("1", 0)), "announce");
        enrol(session, "R2");

        deliver("organization.person.left", Map.of("person", "R2", "on", "2025-03-01"));

        assertThat(desk.attendances
                        .list(new AttendanceFilter(null, session.id(), null, null, null, null, null), PageQuery.first())
                        .items())
                .extracting(Attendance::person)
                .containsExactly("R2");
    }

    @Test
    void whoMayOnlyReadChangesNothingAndSeesOnlyTheirOwn() {
        Session session = desk.open("1", 0);
        enrol(session, "R1");
        UnitScope other = UnitScope.of(List.of(CodeRange.subtree("210102002")));
        database.access()
                .signIn(
                        "reader",
                        Map.of(
                                TrainingPermissions.READ,
                                other,
                                TrainingPermissions.EDIT,
                                other,
                                TrainingPermissions.RECORD,
                                other));

        assertThat(desk.sessions.list(ALL_SESSIONS, PageQuery.first()).items()).isEmpty();
        assertRefused(Problem.Kind.FORBIDDEN, () -> desk.sessions.get(session.id()));
        assertRefused(Problem.Kind.FORBIDDEN, () -> enrol(session, "R2"));
        assertRefused(Problem.Kind.FORBIDDEN, () -> desk.sessions.create(desk.draft("2", null)));
        assertRefused(
                Problem.Kind.FORBIDDEN,
                () -> desk.attendances.list(
                        new AttendanceFilter(null, session.id(), null, null, null, null, null), PageQuery.first()));
    }

    @Test
    void aPersonLearnsWhatIsKeptOfThem() {
        Session session = desk.held("1");
        score(session, "R1", "80");

        assertThat(new TrainingRecords(desk.desk).held("person/R1")).hasSize(1);
        assertThat(new TrainingRecords(desk.desk).held("person/R2")).isEmpty();
    }

    private void deliver(String name, Map<String, Object> payload) {
        database.access().asSystem("training", () -> {
            desk.desk
                    .transactions()
                    .run(tx -> desk.postChanges.on(
                            tx, new Event(1, name, 1, "x/1", null, Instant.EPOCH, "tester", payload)));
            return null;
        });
    }

    private Figure figure(String code, String unit) {
        return desk.figures
                .figures(new FigureQuery(
                        Set.of(code), unit, UnitScope.of(List.of(CodeRange.subtree(unit))), TrainingDesk.DAY, null))
                .get(0);
    }

    private Attendance enrol(Session session, String person) {
        return desk.attendances.enrol(new Enrolment(session.id(), person, null));
    }

    private void score(Session session, String person, String score) {
        desk.attendances.record(session.id(), new AttendanceDraft(person, true, new BigDecimal(score), null, null));
    }

    private static ProgrammeDraft programme(String code, int sessions) {
        return new ProgrammeDraft(code, "议事能力提升", TrainingDesk.STREET, null, sessions, new BigDecimal("60"), 24, null);
    }

    private static SessionDraft of(String programme, String number) {
        return new SessionDraft(
                number,
                "专题",
                "mediation",
                "case-teaching",
                TrainingDesk.STREET,
                TrainingDesk.DAY,
                null,
                null,
                programme,
                null,
                null,
                0,
                null);
    }

    private static void assertRefused(Problem.Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .extracting(Problem::kind)
                .isEqualTo(kind);
    }
}
