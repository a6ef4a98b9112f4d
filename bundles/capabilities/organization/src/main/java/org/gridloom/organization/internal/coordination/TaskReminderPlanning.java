package org.gridloom.organization.internal.coordination;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.gridloom.organization.internal.store.CoordinationStore;
import org.gridloom.platform.job.Job;
import org.gridloom.platform.job.JobHandler;
import org.gridloom.platform.job.Recurrence;
import org.gridloom.platform.tx.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Plans the reminders of open tasks anew each night, by the rules and the calendar as they are then. Who was reminded
 * already is not reminded again.
 */
@Component
public final class TaskReminderPlanning implements JobHandler {

    private static final LocalTime AT = LocalTime.of(0, 30);

    private final TaskReminders reminders;
    private final Clock clock;

    @Activate
    public TaskReminderPlanning(@Reference TaskReminders reminders, @Reference Clock clock) {
        this.reminders = reminders;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "organization.taskReminderPlanning";
    }

    @Override
    public Optional<Recurrence> recurrence() {
        return Optional.of(Recurrence.daily(AT));
    }

    @Override
    public void run(Tx tx, Job job) {
        new CoordinationStore(tx.em())
                .lockTasks(TaskStates.open(), LocalDate.now(clock))
                .forEach(task -> reminders.plan(tx, task));
    }
}
