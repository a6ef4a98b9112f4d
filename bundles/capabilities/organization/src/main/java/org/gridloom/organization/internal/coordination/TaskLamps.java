package org.gridloom.organization.internal.coordination;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.gridloom.organization.BodyTask;
import org.gridloom.platform.calendar.Lamp;
import org.gridloom.platform.calendar.WorkCalendar;
import org.gridloom.platform.calendar.WorkDuration;
import org.gridloom.platform.rule.Rules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows how near open tasks are to their date. */
@Component(service = TaskLamps.class)
public final class TaskLamps {

    private final Rules rules;
    private final WorkCalendar calendar;
    private final Clock clock;

    @Activate
    public TaskLamps(@Reference Rules rules, @Reference WorkCalendar calendar, @Reference Clock clock) {
        this.rules = rules;
        this.calendar = calendar;
        this.clock = clock;
    }

    BodyTask lit(BodyTask task) {
        if (task.doneOn() != null) {
            return task;
        }
        LocalDate today = LocalDate.now(clock);
        WorkDuration yellow = rules.at(TaskLampRules.CODE, today).only().duration(TaskLampRules.YELLOW);
        Lamp lamp = Lamp.of(calendar, task.due(), today, yellow);
        return task.lit(lamp.name().toLowerCase(Locale.ROOT));
    }
}
