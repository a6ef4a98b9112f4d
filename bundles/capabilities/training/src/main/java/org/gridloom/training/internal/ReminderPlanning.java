package org.gridloom.training.internal;

import java.time.LocalTime;
import java.util.Optional;
import org.gridloom.platform.job.Job;
import org.gridloom.platform.job.JobHandler;
import org.gridloom.platform.job.Recurrence;
import org.gridloom.platform.tx.Tx;
import org.gridloom.training.internal.store.SessionStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Plans reminders anew each night, by the rules and the calendar as they are then. Who was reminded already is not reminded
 * again.
 */
@Component
public final class ReminderPlanning implements JobHandler {

    private static final LocalTime AT = LocalTime.of(0, 40);

    private final Desk desk;
    private final SessionReminders sessions;
    private final CertificateReminders certificates;

    @Activate
    public ReminderPlanning(
            @Reference Desk desk, @Reference SessionReminders sessions, @Reference CertificateReminders certificates) {
        this.desk = desk;
        this.sessions = sessions;
        this.certificates = certificates;
    }

    @Override
    public String name() {
        return "training.reminderPlanning";
    }

    @Override
    public Optional<Recurrence> recurrence() {
        return Optional.of(Recurrence.daily(AT));
    }

    @Override
    public void run(Tx tx, Job job) {
        new SessionStore(tx)
                .lock(SessionStates.upcoming(), desk.today())
                .forEach(session -> sessions.plan(tx, session));
        certificates.plan(tx);
    }
}
