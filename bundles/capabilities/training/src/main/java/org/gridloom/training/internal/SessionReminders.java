package org.gridloom.training.internal;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gridloom.platform.calendar.WorkCalendar;
import org.gridloom.platform.job.Job;
import org.gridloom.platform.job.JobHandler;
import org.gridloom.platform.job.Jobs;
import org.gridloom.platform.notice.NoticeDraft;
import org.gridloom.platform.notice.Notices;
import org.gridloom.platform.notice.Recipients;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.EventDraft;
import org.gridloom.platform.tx.Tx;
import org.gridloom.training.Attendance;
import org.gridloom.training.Session;
import org.gridloom.training.Trainer;
import org.gridloom.training.internal.store.AttendanceStore;
import org.gridloom.training.internal.store.CatalogueStore;
import org.gridloom.training.internal.store.SessionStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Tells those who are enrolled in a session, and who teach there, that it is near. One job a session stands for its
 * reminder; whoever enrols later is told at once, as it is run once more and tells nobody twice.
 */
@Component(service = {SessionReminders.class, JobHandler.class})
public final class SessionReminders implements JobHandler {

    private static final String JOB = "training.sessionReminder";
    private static final String NEAR = "training.session.near";

    private final Desk desk;
    private final TrainingRules rules;
    private final WorkCalendar calendar;
    private final Attendees attendees;
    private final Jobs jobs;
    private final Notices notices;

    @Activate
    public SessionReminders(
            @Reference Desk desk,
            @Reference TrainingRules rules,
            @Reference WorkCalendar calendar,
            @Reference Attendees attendees,
            @Reference Jobs jobs,
            @Reference Notices notices) {
        this.desk = desk;
        this.rules = rules;
        this.calendar = calendar;
        this.attendees = attendees;
        this.jobs = jobs;
        this.notices = notices;
    }

    /** Lets the reminder of a session that is to come, come when the rules in force say. */
    void plan(Tx tx, Session session) {
        if (!session.heldOn().isBefore(desk.today())) {
            jobs.schedule(
                    tx,
                    JOB,
                    key(session),
                    desk.at(near(session), rules.reminderHour()),
                    Map.of("session", session.id()));
        }
    }

    /** The same for one with another date: nobody need look at what was said of the former one. */
    void replan(Tx tx, Session before, Session after) {
        if (!before.heldOn().equals(after.heldOn())) {
            end(tx, after);
            plan(tx, after);
        }
    }

    /** The session took place or will not. */
    void end(Tx tx, Session session) {
        jobs.cancel(tx, JOB, key(session));
        notices.withdraw(tx, NEAR, DefaultSessions.record(session.id()));
    }

    private static String key(Session session) {
        return "session/" + session.id();
    }

    private LocalDate near(Session session) {
        return calendar.nearFrom(session.heldOn(), rules.reminderLead(ReminderRules.SESSION));
    }

    @Override
    public String name() {
        return JOB;
    }

    @Override
    public void run(Tx tx, Job job) {
        new SessionStore(tx)
                .find(((Number) job.payload().get("session")).longValue())
                .filter(SessionStates::isUpcoming)
                .filter(session -> !session.heldOn().isBefore(desk.today()))
                .ifPresent(session -> remind(tx, session));
    }

    private void remind(Tx tx, Session session) {
        if (desk.today().isBefore(near(session))) {
            plan(tx, session);
            return;
        }
        String record = DefaultSessions.record(session.id());
        String when = session.hours() == null ? "" : " " + session.hours();
        int told = notices.send(
                tx,
                Recipients.accounts(
                        Set.copyOf(attendees.accounts(concerned(tx, session)).values())),
                new NoticeDraft(
                        NEAR + "/" + session.id() + "/" + session.heldOn(),
                        NEAR,
                        record,
                        Text.of(
                                "培训“%s”将于 %s%s 举办",
                                "Training \"%s\" is on %s%s", session.title(), session.heldOn(), when),
                        "#/training/sessions/" + session.id()));
        if (told > 0) {
            Map<String, Object> what =
                    Map.of("session", session.id(), "heldOn", session.heldOn().toString(), "reminded", told);
            tx.audit(AuditEntry.created("training.session.reminded", record, session.unit(), what));
            tx.publish(new EventDraft("training.session.reminded", 1, record, session.unit(), what));
        }
    }

    /** Codes of the people. */
    private static Set<String> concerned(Tx tx, Session session) {
        Set<String> people = new HashSet<>();
        new AttendanceStore(tx.em())
                .of(session.id()).stream()
                        .filter(place -> place.state().equals(Attendance.ENROLLED))
                        .map(Attendance::person)
                        .forEach(people::add);
        session.trainers().stream()
                .flatMap(code -> CatalogueStore.trainers(tx.em()).find(code).stream())
                .map(Trainer::person)
                .filter(Objects::nonNull)
                .forEach(people::add);
        return people;
    }
}
