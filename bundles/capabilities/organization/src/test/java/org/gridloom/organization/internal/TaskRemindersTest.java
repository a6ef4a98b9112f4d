package org.gridloom.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gridloom.organization.BodyTask;
import org.gridloom.organization.BodyTaskDraft;
import org.gridloom.organization.CoordinationBodyDraft;
import org.gridloom.organization.OrganizationClosing;
import org.gridloom.organization.PartyPermissions;
import org.gridloom.organization.internal.coordination.TaskReminderJob;
import org.gridloom.organization.internal.coordination.TaskReminderPlanning;
import org.gridloom.platform.job.Job;
import org.gridloom.platform.notice.Recipients;
import org.gridloom.platform.state.MoveDraft;
import org.gridloom.platform.testkit.RecordedAudit;
import org.gridloom.platform.testkit.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TaskRemindersTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate DUE = LocalDate.of(2026, 3, 18);
    private static final LocalDate FRIDAY_BEFORE = LocalDate.of(2026, 3, 13);

    @RegisterExtension
    final TestDatabase database = TestDatabase.of("org.gridloom.organization", "org.gridloom.platform.states");

    private PartyDesk desk;
    private BodyTask task;

    @BeforeEach
    void aTaskOfAStreetsBody() {
        desk = new PartyDesk(database).withParty();
        database.clock().set(MONDAY);
        desk.bodies.create(new CoordinationBodyDraft(
                "XT", "街道协调机制", "governance-coordination", PartyDesk.STREET, PartyDesk.START, null));
        task = desk.bodies.addTask("XT", new BodyTaskDraft(null, "管网改造", DUE, null));
    }

    @Test
    void whoMayHandleItIsRemindedThreeWorkDaysBeforeAndTheDayAfter() {
        assertThat(next()).isEqualTo(morning(FRIDAY_BEFORE));
        runOn(FRIDAY_BEFORE);
        assertThat(next()).isEqualTo(morning(DUE.plusDays(1)));
        runOn(DUE.plusDays(1));

        assertThat(desk.notices.sent())
                .extracting(sent -> sent.notice().kind())
                .containsExactly("organization.task.near", "organization.task.overdue");
        assertThat(desk.notices.sent()).allSatisfy(sent -> {
            assertThat(sent.to()).isEqualTo(Recipients.holders(PartyPermissions.COORDINATION_EDIT, PartyDesk.STREET));
            assertThat(sent.notice().link()).isEqualTo("#/organization/coordination/XT");
        });
        assertThat(desk.jobs.waiting()).isEmpty();
        assertThat(database.audit())
                .extracting(RecordedAudit::action)
                .filteredOn("organization.coordination.task-reminded"::equals)
                .hasSize(2);
    }

    @Test
    void anotherDateMovesTheReminderAndTakesBackTheFormer() {
        runOn(FRIDAY_BEFORE);
        desk.bodies.changeTask(task.id(), new BodyTaskDraft(null, "管网改造", DUE.plusDays(7), null), task.version());

        assertThat(desk.notices.sent()).isEmpty();
        assertThat(next()).isEqualTo(morning(FRIDAY_BEFORE.plusDays(7)));
    }

    @Test
    void nobodyIsRemindedOfWhatIsOverUntilItIsReopened() {
        runOn(FRIDAY_BEFORE);
        BodyTask over = desk.bodies.moveTask(
                task.id(),
                "cancel",
                MoveDraft.because("改由市级统筹"),
                task.progress().version());

        assertThat(desk.notices.sent()).isEmpty();
        assertThat(desk.jobs.waiting()).isEmpty();

        desk.bodies.moveTask(
                task.id(),
                "reopen",
                MoveDraft.because("仍由本街道办理"),
                over.progress().version());
        assertThat(next()).isNotNull();
    }

    @Test
    void nobodyIsRemindedOfWhatAClosedBodyLeft() {
        desk.bodies.close(
                "XT",
                new OrganizationClosing(MONDAY, "撤销"),
                desk.bodies.get("XT", null).version());

        runOn(FRIDAY_BEFORE);

        assertThat(desk.notices.sent()).isEmpty();
        assertThat(desk.jobs.waiting()).isEmpty();
    }

    @Test
    void planningAnewRemindsNobodyTwiceAndFindsWhatHadNoJob() {
        database.transactions().run(tx -> desk.jobs.cancel(tx, "organization.taskReminder", "task/" + task.id()));
        plan();
        assertThat(next()).isEqualTo(morning(FRIDAY_BEFORE));
        runOn(FRIDAY_BEFORE);

        plan();
        runOn(FRIDAY_BEFORE);

        assertThat(desk.notices.sent()).hasSize(1);
        assertThat(next()).isEqualTo(morning(DUE.plusDays(1)));
    }

    private void plan() {
        database.transactions()
                .run(tx -> new TaskReminderPlanning(desk.reminders, database.clock())
                        .run(
                                tx,
                                new Job(
                                        "",
                                        "",
                                        MONDAY.atStartOfDay(database.clock().getZone())
                                                .toInstant(),
                                        null)));
    }

    private void runOn(LocalDate day) {
        database.clock().set(day);
        desk.jobs.runDue(
                database.transactions(),
                database.clock().instant(),
                new TaskReminderJob(desk.reminders, database.clock()));
    }

    private Instant next() {
        List<Job> waiting = desk.jobs.waiting();
        assertThat(waiting).hasSize(1);
        return waiting.get(0).dueAt();
    }

    private Instant morning(LocalDate day) {
        return day.atTime(8, 0).atZone(database.clock().getZone()).toInstant();
    }
}
