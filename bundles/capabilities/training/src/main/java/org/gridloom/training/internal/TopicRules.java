package org.gridloom.training.internal;

import java.util.List;
import java.util.Map;
import org.gridloom.platform.rule.RuleColumn;
import org.gridloom.platform.rule.RuleSet;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Component;

/** What is taught, and for how long having had it counts. The topics are the article's, the time is invented. */
@Component
public final class TopicRules implements RuleSet {

    static final String CODE = "training.topics";
    static final String MONTHS = "months";
    private static final int MOST = 600;
    private static final String YEAR = "12";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Text name() {
        return Text.of("培训内容", "Topics of training");
    }

    @Override
    public Text description() {
        return Text.of("培训哪些内容，参训多久内视为已覆盖", "What is taught, and for how long after a session one is covered");
    }

    @Override
    public List<RuleColumn> columns() {
        return WordRules.columns(
                RuleColumn.number(MONTHS, Text.of("有效期", "Good for"), Text.of("个月", "months"), 1, MOST));
    }

    @Override
    public List<Map<String, String>> defaults() {
        return List.of(
                row("mediation", "矛盾调解", "Mediation of disputes"),
                row("mass-work", "群众工作", "Working with residents"),
                row("deliberation", "议事规则", "Rules of deliberation"));
    }

    private static Map<String, String> row(String code, String zh, String en) {
        return WordRules.row(code, zh, en, Map.of(MONTHS, YEAR));
    }
}
