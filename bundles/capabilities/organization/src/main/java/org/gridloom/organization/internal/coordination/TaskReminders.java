package org.gridloom.organization.internal.coordination;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gridloom.organization.BodyTask;
import org.gridloom.organization.PartyPermissions;
import org.gridloom.platform.calendar.WorkCalendar;
import org.gridloom.platform.job.Jobs;
import org.gridloom.platform.notice.NoticeDraft;
import org.gridloom.platform.notice.Notices;
import org.gridloom.platform.notice.Recipients;
import org.gridloom.platform.rule.RuleRow;
import org.gridloom.platform.rule.Rules;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.EventDraft;
import org.gridloom.platform.tx.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Reminds of open tasks, before their date and the day after it, whoever may handle them nearest to the body. One job a
 * task stands for its next reminder.
 */
@Component(service = TaskReminders.class)
public final class TaskReminders {

    static final String JOB = "organization.taskReminder";

    private static final String NEAR = "organization.task.near";
    private static final String OVERDUE = "organization.task.overdue";

    private final Rules rules;
    private final WorkCalendar calendar;
    private final Jobs jobs;
    private final Notices notices;
    private final Clock clock;

    @Activate
    public TaskReminders(
            @Reference Rules rules,
            @Reference WorkCalendar calendar,
            @Reference Jobs jobs,
            @Reference Notices notices,
            @Reference Clock clock) {
        this.rules = rules;
        this.calendar = calendar;
        this.jobs = jobs;
        this.notices = notices;
        this.clock = clock;
    }

    /** Lets the next reminder come when the rules in force say. */
    void plan(Tx tx, BodyTask task) {
        LocalDate today = today();
        schedule(tx, task, today.isAfter(task.due()) ? overdue(task) : near(task, today));
    }

    /** The same for an open task with another date: nobody need look at what was said of the former one. */
    void replan(Tx tx, BodyTask before, BodyTask after) {
        if (!before.due().equals(after.due())) {
            takeBack(tx, after);
            plan(tx, after);
        }
    }

    /** The task is done. */
    void end(Tx tx, BodyTask task) {
        jobs.cancel(tx, JOB, key(task));
        takeBack(tx, task);
    }

    /**
     * Reminds of the task if that is due, and plans what comes next.
     *
     * @param unit where the body is seated
     */
    void remind(Tx tx, BodyTask task, String unit) {
        LocalDate today = today();
        if (today.isAfter(task.due())) {
            send(
                    tx,
                    task,
                    unit,
                    OVERDUE,
                    Text.of(
                            "任务“%s”已于 %s 到期，尚未完成",
                            "Task \"%s\" was due on %s and is not done", task.title(), task.due()));
        } else if (today.isBefore(near(task, today))) {
            plan(tx, task);
        } else {
            send(tx, task, unit, NEAR, Text.of("任务“%s”将于 %s 到期", "Task \"%s\" is due on %s", task.title(), task.due()));
            schedule(tx, task, overdue(task));
        }
    }

    static String key(BodyTask task) {
        return "task/" + task.id();
    }

    private void schedule(Tx tx, BodyTask task, LocalDate day) {
        Instant at = day.atTime(rule(today()).number(TaskReminderRules.HOUR).intValue(), 0)
                .atZone(clock.getZone())
                .toInstant();
        jobs.schedule(tx, JOB, key(task), at, Map.of("task", task.id()));
    }

    private void send(Tx tx, BodyTask task, String unit, String kind, Text subject) {
        int reminded = notices.send(
                tx,
                Recipients.holders(PartyPermissions.COORDINATION_EDIT, unit),
                new NoticeDraft(
                        kind + "/" + task.id() + "/" + task.due(),
                        kind,
                        key(task),
                        subject,
                        "#/organization/coordination/" + task.body()));
        if (reminded > 0) {
            Map<String, Object> told = Map.of(
                    "task", task.id(),
                    "due", task.due().toString(),
                    "overdue", kind.equals(OVERDUE),
                    "reminded", reminded);
            String name = "organization.coordination.task-reminded";
            tx.audit(new AuditEntry(name, "body/" + task.body(), unit, Map.of(), told, null));
            tx.publish(new EventDraft(name, 1, "body/" + task.body(), unit, told));
        }
    }

    private void takeBack(Tx tx, BodyTask task) {
        for (String kind : List.of(NEAR, OVERDUE)) {
            notices.withdraw(tx, kind, key(task));
        }
    }

    /** The first day from which the rule's time reaches the task's date. */
    private LocalDate near(BodyTask task, LocalDate today) {
        return calendar.nearFrom(task.due(), rule(today).duration(TaskReminderRules.LEAD));
    }

    private static LocalDate overdue(BodyTask task) {
        return task.due().plusDays(1);
    }

    private RuleRow rule(LocalDate today) {
        return rules.at(TaskReminderRules.CODE, today).only();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
