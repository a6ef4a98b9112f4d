package org.gridloom.organization.internal.coordination;

import java.util.List;
import java.util.Map;
import org.gridloom.platform.rule.RuleColumn;
import org.gridloom.platform.rule.RuleSet;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Component;

/** Times and lamps of a coordination body's tasks. The defaults are invented. */
@Component
public final class TaskLampRules implements RuleSet {

    public static final String CODE = "organization.taskLamps";
    public static final String YELLOW = "yellow";
    public static final String ACCEPTANCE = "acceptance";
    private static final int MOST = 250;

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Text name() {
        return Text.of("任务时限与亮灯", "Times and lamps of tasks");
    }

    @Override
    public Text description() {
        return Text.of(
                "协调机制的任务距时限多久亮黄灯(逾期亮红灯),报结后多久内验收",
                "How long before its time a task of a coordination body turns yellow (it is red when overdue), and how"
                        + " long its acceptance may take");
    }

    @Override
    public List<RuleColumn> columns() {
        return List.of(
                RuleColumn.duration(YELLOW, Text.of("提前亮黄灯", "Yellow so long before"), 0, MOST),
                RuleColumn.duration(ACCEPTANCE, Text.of("验收时限", "Time for acceptance"), 1, MOST)
                        .optional());
    }

    @Override
    public List<Map<String, String>> defaults() {
        return List.of(Map.of(YELLOW, "3 WORK_DAYS", ACCEPTANCE, "5 WORK_DAYS"));
    }
}
