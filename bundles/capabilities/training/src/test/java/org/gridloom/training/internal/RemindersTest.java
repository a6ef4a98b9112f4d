package org.gridloom.training.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gridloom.platform.event.Event;
import org.gridloom.platform.job.Job;
import org.gridloom.platform.job.JobHandler;
import org.gridloom.platform.notice.Recipients;
import org.gridloom.platform.testkit.RecordedAudit;
import org.gridloom.platform.testkit.RecordedEvent;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.testkit.TestNotices.Sent;
import org.gridloom.training.AttendanceDraft;
import org.gridloom.training.Certificate;
import org.gridloom.training.Enrolment;
import org.gridloom.training.ProgrammeDraft;
import org.gridloom.training.Session;
import org.gridloom.training.SessionDraft;
import org.gridloom.training.TrainerDraft;
import org.gridloom.training.TrainingPermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is told of sessions and certificates, when, and that nobody is told twice. */
class RemindersTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 17);
    private static final LocalDate FRIDAY_BEFORE = LocalDate.of(2026, 3, 13);
    private static final Recipients KEEPERS = Recipients.holders(TrainingPermissions.EDIT, TrainingDesk.COMMUNITY);

    @RegisterExtension
    final TestDatabase database = TestDatabase.of("org.gridloom.training", "org.gridloom.platform.states");

    private TrainingDesk desk;

    @BeforeEach
    void workersWithAccountsAndATrainer() {
        desk = new TrainingDesk(database)
                .worker("R1", TrainingDesk.COMMUNITY)
                .account("R1", "one")
                .worker("R2", TrainingDesk.COMMUNITY)
                .account("R2", "two")
                .worker("R3", TrainingDesk.OTHER)
                .worker("T", TrainingDesk.OTHER)
                .account("T", "teacher");
        desk.trainers.create(new TrainerDraft("JS1", "某教员", TrainingDesk.STREET, null, null, "T", null));
        desk.trainers.create(new TrainerDraft("JS2", "外请教员", TrainingDesk.STREET, null, null, null, null));
    }

    @Test
    void thoseEnrolledAndItsTrainersAreToldTwoWorkDaysBeforeASession() {
        Session session = open(TUESDAY);
        enrol(session, "R1");
        enrol(session, "R3");
        assertThat(next()).isEqualTo(morning(FRIDAY_BEFORE));

        runOn(FRIDAY_BEFORE);

        assertThat(told()).containsExactly(Recipients.account("one"), Recipients.account("teacher"));
        assertThat(desk.notices.sent()).allSatisfy(sent -> {
            assertThat(sent.notice().link()).isEqualTo("#/training/sessions/" + session.id());
            assertThat(sent.notice().subject().zh()).contains("议事规则专题", "2026-03-17 9:00");
        });
        assertThat(desk.jobs.waiting()).isEmpty();
        assertThat(database.audit())
                .filteredOn(entry -> entry.action().equals("training.session.reminded"))
                .extracting(RecordedAudit::after)
                .containsExactly(Map.of("session", (int) session.id(), "heldOn", "2026-03-17", "reminded", 2));
        assertThat(database.events()).extracting(RecordedEvent::name).contains("training.session.reminded");
    }

    @Test
    void whoEnrolsLaterIsToldAtOnceAndNobodyTwice() {
        Session session = open(TUESDAY);
        enrol(session, "R1");
        runOn(FRIDAY_BEFORE);
        enrol(session, "R2");
        runOn(FRIDAY_BEFORE);
        planTonight();
        runOn(FRIDAY_BEFORE.plusDays(3));

        assertThat(told())
                .containsExactly(Recipients.account("one"), Recipients.account("teacher"), Recipients.account("two"));
    }

    @Test
    void whoTakesOverAPostIsToldInTheFormersPlace() {
        Session session = open(TUESDAY);
        long post =
                desk.attendances.enrol(new Enrolment(session.id(), "R1", null)).post();
        database.access().asSystem("training", () -> {
            database.transactions()
                    .run(tx -> desk.postChanges.on(
                            tx,
                            new Event(
                                    1,
                                    "organization.post.handed-over",
                                    1,
                                    "x/1",
                                    null,
                                    Instant.EPOCH,
                                    "tester",
                                    Map.of(
                                            "formerPost", post,
                                            "post", 77,
                                            "fromPerson", "R1",
                                            "toPerson", "R2",
                                            "on", "2026-03-03"))));
            return null;
        });

        runOn(FRIDAY_BEFORE);

        assertThat(told()).containsExactly(Recipients.account("teacher"), Recipients.account("two"));
    }

    @Test
    void anotherDayMovesTheReminderAndTakesBackTheFormer() {
        Session session = open(TUESDAY);
        enrol(session, "R1");
        runOn(FRIDAY_BEFORE);
        Session before = desk.sessions.get(session.id());

        desk.sessions.change(session.id(), draft(TUESDAY.plusDays(7)), before.version());

        assertThat(desk.notices.sent()).isEmpty();
        assertThat(next()).isEqualTo(morning(FRIDAY_BEFORE.plusDays(7)));
    }

    @Test
    void nobodyIsToldOfWhatIsCancelledUntilItIsReopened() {
        Session session = open(TUESDAY);
        enrol(session, "R1");
        runOn(FRIDAY_BEFORE);

        Session cancelled = desk.act(desk.sessions.get(session.id()), "cancel");

        assertThat(desk.notices.sent()).isEmpty();
        assertThat(desk.jobs.waiting()).isEmpty();
        desk.act(cancelled, "reopen");
        assertThat(next()).isNotNull();
    }

    @Test
    void aJobThatIsRunTooLateTellsNobodyOfWhatIsPast() {
        enrol(open(TUESDAY), "R1");

        runOn(TUESDAY.plusDays(1));

        assertThat(desk.notices.sent()).isEmpty();
    }

    @Test
    void sessionsThatHadNoJobAreFoundAtNight() {
        Session session = open(TUESDAY);
        database.transactions().run(tx -> desk.jobs.cancel(tx, "training.sessionReminder", "session/" + session.id()));

        planTonight();

        assertThat(desk.jobs.due("training.sessionReminder", "session/" + session.id()))
                .contains(morning(FRIDAY_BEFORE));
    }

    @Test
    void itsHolderAndThoseWhoKeepTrainingNearestAreToldOnceThatACertificateEnds() {
        Certificate ending = certificate("R1", 1);
        LocalDate month = ending.validTo().minusDays(30);
        runTonightOn(month.minusDays(1));
        assertThat(desk.notices.sent()).isEmpty();

        runTonightOn(month);
        runTonightOn(month.plusDays(1));

        assertThat(told()).containsExactly(Recipients.account("one"), KEEPERS);
        assertThat(desk.notices.sent()).allSatisfy(sent -> {
            assertThat(sent.notice().subject().zh())
                    .contains(ending.number(), ending.validTo().toString());
            assertThat(sent.notice().link()).isEqualTo("#/training/certificates?person=R1");
        });
        assertThat(database.events())
                .filteredOn(event -> event.name().equals("training.certificate.reminded"))
                .hasSize(1);
    }

    @Test
    void nobodyIsToldOfACertificateThatIsRevokedOrGoodForEver() {
        certificate("R1", null);
        Certificate revoked = certificate("R2", 1);
        runTonightOn(revoked.validTo().minusDays(30));
        assertThat(desk.notices.sent()).isNotEmpty();

        desk.certificates.revoke(revoked.id(), "有误", revoked.version());
        runTonightOn(revoked.validTo().minusDays(1));

        assertThat(desk.notices.sent()).isEmpty();
    }

    @Test
    void manyCertificatesThatEndTogetherAreToldInParts() {
        int many = CertificateReminders.AT_ONCE + 3;
        LocalDate issued = TrainingDesk.DAY;
        desk.programmes.create(new ProgrammeDraft("P", "培训", TrainingDesk.STREET, null, 1, null, 12, null));
        database.transactions()
                .run(tx -> IntStream.range(0, many)
                        .forEach(i -> desk.certificates.issue(
                                tx,
                                Certificate.of(
                                        "N" + i, "P", "X" + i, TrainingDesk.OTHER, issued, issued.plusMonths(12)))));

        runTonightOn(issued.plusMonths(12).minusDays(3));
        assertThat(desk.notices.sent()).hasSize(CertificateReminders.AT_ONCE);
        run(desk.certificateReminders);

        assertThat(desk.notices.sent()).hasSize(many);
        run(desk.certificateReminders);
        assertThat(desk.jobs.waiting()).isEmpty();
    }

    private Certificate certificate(String person, Integer months) {
        String programme = "P" + person;
        desk.programmes.create(
                new ProgrammeDraft(programme, "培训", TrainingDesk.STREET, null, 1, BigDecimal.TEN, months, null));
        Session held = desk.act(
                desk.sessions.create(new SessionDraft(
                        programme,
                        "专题",
                        "mediation",
                        "lecture",
                        TrainingDesk.STREET,
                        TrainingDesk.DAY,
                        null,
                        null,
                        programme,
                        null,
                        null,
                        0,
                        null)),
                "hold");
        desk.attendances.record(held.id(), new AttendanceDraft(person, true, BigDecimal.TEN, null, null));
        return desk.certificates.issue(programme).get(0);
    }

    private SessionDraft draft(LocalDate day) {
        return new SessionDraft(
                "1",
                "议事规则专题",
                "deliberation",
                "lecture",
                TrainingDesk.STREET,
                day,
                "9:00—11:00",
                null,
                null,
                null,
                List.of("JS1", "JS2"),
                0,
                null);
    }

    private Session open(LocalDate day) {
        return desk.act(desk.sessions.create(draft(day)), "announce");
    }

    private void enrol(Session session, String person) {
        desk.attendances.enrol(new Enrolment(session.id(), person, null));
    }

    private List<Recipients> told() {
        return desk.notices.sent().stream().map(Sent::to).toList();
    }

    private void runOn(LocalDate day) {
        database.clock().set(day);
        run(desk.sessionReminders);
    }

    private void runTonightOn(LocalDate day) {
        database.clock().set(day);
        planTonight();
        run(desk.certificateReminders);
    }

    private void run(JobHandler handler) {
        desk.jobs.runDue(database.transactions(), database.clock().instant(), handler);
    }

    private void planTonight() {
        ReminderPlanning planning = new ReminderPlanning(desk.desk, desk.sessionReminders, desk.certificateReminders);
        database.transactions()
                .run(tx -> planning.run(
                        tx, new Job(planning.name(), "", database.clock().instant(), Map.of())));
    }

    private Instant next() {
        List<Job> waiting = desk.jobs.waiting();
        assertThat(waiting).hasSize(1);
        return waiting.get(0).dueAt();
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(8, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }
}
