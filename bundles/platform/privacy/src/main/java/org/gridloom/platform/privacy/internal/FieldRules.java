package org.gridloom.platform.privacy.internal;

import java.util.List;
import java.util.Map;
import org.gridloom.platform.rule.RuleColumn;
import org.gridloom.platform.rule.RuleSet;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Component;

/** What a district decides on fields of personal data, citing a document: sensitive ones to take, other periods. */
@Component
public final class FieldRules implements RuleSet {

    static final String CODE = "privacy.fields";
    static final String FIELD = "field";
    /** Of all fields that have no row of their own. */
    static final String OTHERS = "*";

    static final String TAKEN = "taken";
    static final String MONTHS = "months";

    private static final long LONGEST = 1200;

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Text name() {
        return Text.of("个人信息的采集与保存期限", "Taking and keeping personal data");
    }

    @Override
    public Text description() {
        return Text.of(
                "敏感信息须在此列出并开启后方可采集;保存期限与模块所定不同的也在此列出;* 为未列出的字段",
                "Sensitive fields are taken only if they are listed and switched on here; fields kept for another time"
                        + " than their module says are listed here, too; * is for fields that are not listed");
    }

    @Override
    public List<RuleColumn> columns() {
        return List.of(
                RuleColumn.text(FIELD, Text.of("字段", "Field")).asKey(),
                RuleColumn.yesNo(TAKEN, Text.of("采集", "Taken")).optional(),
                RuleColumn.number(
                                MONTHS,
                                Text.of("事项结束后的保存期限", "Kept after the matter's end"),
                                Text.of("月", "months"),
                                0,
                                LONGEST)
                        .optional());
    }

    @Override
    public List<Map<String, String>> defaults() {
        return List.of(Map.of(FIELD, OTHERS, TAKEN, "no"));
    }
}
