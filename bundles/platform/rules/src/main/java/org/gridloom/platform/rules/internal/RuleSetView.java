package org.gridloom.platform.rules.internal;

import java.time.LocalDate;
import java.util.List;
import org.gridloom.platform.rule.RuleColumn;
import org.gridloom.platform.rule.RuleSet;
import org.gridloom.platform.rule.RuleVersion;
import org.gridloom.platform.text.Text;

/**
 * A rule set with the version in force today.
 *
 * @param code of the set
 * @param module that declares it
 * @param name of the set
 * @param description what it decides
 * @param columns of its tables
 * @param earliestStart first day on which a new version may begin
 * @param current version in force
 */
public record RuleSetView(
        String code,
        String module,
        Text name,
        Text description,
        List<RuleColumn> columns,
        LocalDate earliestStart,
        RuleVersion current) {

    static RuleSetView of(RuleSet set, LocalDate today, RuleVersion current) {
        return new RuleSetView(
                set.code(),
                set.code().split("\\.", 2)[0],
                set.name(),
                set.description(),
                set.columns(),
                set.earliestStart(today),
                current);
    }
}
