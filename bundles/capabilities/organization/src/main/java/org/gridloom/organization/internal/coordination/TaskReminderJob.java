package org.gridloom.organization.internal.coordination;

import java.time.Clock;
import java.time.LocalDate;
import org.gridloom.organization.BodyTask;
import org.gridloom.organization.internal.domain.Family;
import org.gridloom.organization.internal.domain.OrganizationHistory;
import org.gridloom.organization.internal.store.CoordinationStore;
import org.gridloom.organization.internal.store.OrganizationStore;
import org.gridloom.platform.job.Job;
import org.gridloom.platform.job.JobHandler;
import org.gridloom.platform.tx.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reminds of one task, if it is open still and its body is there. */
@Component
public final class TaskReminderJob implements JobHandler {

    private final TaskReminders reminders;
    private final Clock clock;

    @Activate
    public TaskReminderJob(@Reference TaskReminders reminders, @Reference Clock clock) {
        this.reminders = reminders;
        this.clock = clock;
    }

    @Override
    public String name() {
        return TaskReminders.JOB;
    }

    @Override
    public void run(Tx tx, Job job) {
        long id = ((Number) job.payload().get("task")).longValue();
        new CoordinationStore(tx.em())
                .task(id)
                .filter(task -> TaskStates.open().contains(task.state()))
                .ifPresent(task -> remind(tx, task));
    }

    private void remind(Tx tx, BodyTask task) {
        LocalDate today = LocalDate.now(clock);
        new OrganizationStore(tx)
                .find(Family.BODY, task.body())
                .map(OrganizationHistory::last)
                .filter(body -> body.to() == null || body.to().isAfter(today))
                .ifPresent(body -> reminders.remind(tx, task, body.what().seat()));
    }
}
