package org.gridloom.training.internal;

import java.util.List;
import java.util.Map;
import org.gridloom.platform.rule.RuleColumn;
import org.gridloom.platform.rule.RuleSet;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Component;

/** When people are told of a session that is near and of a certificate that ends. The defaults are invented. */
@Component
public final class ReminderRules implements RuleSet {

    static final String CODE = "training.reminders";
    static final String SESSION = "session";
    static final String CERTIFICATE = "certificate";
    static final String HOUR = "hour";
    private static final int MOST = 250;
    private static final int LAST_HOUR = 23;

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Text name() {
        return Text.of("培训提醒", "Reminders of training");
    }

    @Override
    public Text description() {
        return Text.of(
                "培训举办前多久提醒已报名人员和授课人；证书到期前多久提醒持证人和培训管理人员",
                "How long before a session those enrolled and its trainers are told, and how long before a certificate ends"
                        + " its holder and those who keep training");
    }

    @Override
    public List<RuleColumn> columns() {
        return List.of(
                RuleColumn.duration(SESSION, Text.of("培训提前", "Before a session"), 0, MOST),
                RuleColumn.duration(CERTIFICATE, Text.of("证书到期提前", "Before a certificate ends"), 0, MOST),
                RuleColumn.number(HOUR, Text.of("几点提醒", "At"), Text.of("点", "o'clock"), 0, LAST_HOUR));
    }

    @Override
    public List<Map<String, String>> defaults() {
        return List.of(Map.of(SESSION, "2 WORK_DAYS", CERTIFICATE, "30 NATURAL_DAYS", HOUR, "8"));
    }
}
