package org.gridloom.training.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridloom.platform.rule.RuleColumn;
import org.gridloom.platform.rule.RuleRow;
import org.gridloom.platform.text.Text;
import org.gridloom.training.Term;

/** Rows of rules that are words: a code and what it is called. */
final class WordRules {

    static final String CODE = "code";
    static final String NAME = "name";
    static final String NAME_EN = "nameEn";

    private WordRules() {}

    static List<RuleColumn> columns(RuleColumn... more) {
        List<RuleColumn> columns = new ArrayList<>(List.of(
                RuleColumn.text(CODE, Text.of("编码", "Code")).asKey(),
                RuleColumn.text(NAME, Text.of("名称", "Chinese name")),
                RuleColumn.text(NAME_EN, Text.of("英文名称", "English name"))));
        columns.addAll(List.of(more));
        return columns;
    }

    static Map<String, String> row(String code, String zh, String en, Map<String, String> more) {
        Map<String, String> row = new HashMap<>(more);
        row.put(CODE, code);
        row.put(NAME, zh);
        row.put(NAME_EN, en);
        return row;
    }

    static Term term(RuleRow row) {
        return new Term(row.text(CODE), new Text(row.text(NAME), row.text(NAME_EN)));
    }
}
