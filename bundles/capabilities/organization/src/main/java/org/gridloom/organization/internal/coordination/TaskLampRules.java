package org.gridloom.organization.internal.coordination;

import java.util.List;
import java.util.Map;
import org.gridloom.platform.rule.RuleColumn;
import org.gridloom.platform.rule.RuleSet;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Component;

/** When the lamp of a coordination body's task turns yellow. The default is invented. */
@Component
public final class TaskLampRules implements RuleSet {

    public static final String CODE = "organization.taskLamps";
    public static final String YELLOW = "yellow";
    private static final int MOST = 250;

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Text name() {
        return Text.of("任务亮灯", "Lamps of tasks");
    }

    @Override
    public Text description() {
        return Text.of(
                "协调机制的任务距完成时限多久亮黄灯；逾期亮红灯",
                "How long before its date a task of a coordination body turns yellow; it is red when overdue");
    }

    @Override
    public List<RuleColumn> columns() {
        return List.of(RuleColumn.duration(YELLOW, Text.of("提前亮黄灯", "Yellow so long before"), 0, MOST));
    }

    @Override
    public List<Map<String, String>> defaults() {
        return List.of(Map.of(YELLOW, "3 WORK_DAYS"));
    }
}
