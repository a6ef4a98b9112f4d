package org.gridloom.training.internal;

import java.util.List;
import java.util.Map;
import org.gridloom.platform.rule.RuleColumn;
import org.gridloom.platform.rule.RuleSet;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Component;

/** How it is taught: the six ways that the article names. */
@Component
public final class FormatRules implements RuleSet {

    static final String CODE = "training.formats";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Text name() {
        return Text.of("培训形式", "Formats of training");
    }

    @Override
    public Text description() {
        return Text.of("以什么方式培训", "How it is taught");
    }

    @Override
    public List<RuleColumn> columns() {
        return WordRules.columns();
    }

    @Override
    public List<Map<String, String>> defaults() {
        return List.of(
                row("lecture", "专题授课", "Lecture"),
                row("case-teaching", "案例教学", "Case teaching"),
                row("field-study", "实地研学", "Field study"),
                row("role-play", "情景模拟", "Role play"),
                row("quiz", "随堂点答", "Questions in class"),
                row("contest", "擂台比拼", "Contest"));
    }

    private static Map<String, String> row(String code, String zh, String en) {
        return WordRules.row(code, zh, en, Map.of());
    }
}
