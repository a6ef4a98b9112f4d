package org.gridloom.organization.internal.coordination;

import java.util.List;
import java.util.Map;
import org.gridloom.platform.rule.RuleColumn;
import org.gridloom.platform.rule.RuleSet;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Component;

/** When people are reminded of a coordination body's task. The default is invented. */
@Component
public final class TaskReminderRules implements RuleSet {

    public static final String CODE = "organization.taskReminders";
    public static final String LEAD = "lead";
    public static final String HOUR = "hour";
    private static final int MOST = 250;
    private static final int LAST_HOUR = 23;

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Text name() {
        return Text.of("任务提醒", "Reminders of tasks");
    }

    @Override
    public Text description() {
        return Text.of(
                "协调机制的任务距完成时限多久提醒一次；逾期次日再提醒一次",
                "How long before its date people are reminded of a task of a coordination body; again on the day after it");
    }

    @Override
    public List<RuleColumn> columns() {
        return List.of(
                RuleColumn.duration(LEAD, Text.of("提前提醒", "Remind so long before"), 0, MOST),
                RuleColumn.number(HOUR, Text.of("几点提醒", "At"), Text.of("点", "o'clock"), 0, LAST_HOUR));
    }

    @Override
    public List<Map<String, String>> defaults() {
        return List.of(Map.of(LEAD, "3 WORK_DAYS", HOUR, "8"));
    }
}
