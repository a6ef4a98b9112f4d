package org.gridloom.organization.internal;

import java.time.LocalDate;
import java.util.List;
import org.gridloom.organization.internal.coordination.TaskLampRules;
import org.gridloom.platform.rule.RuleRow;
import org.gridloom.platform.rule.RuleVersion;
import org.gridloom.platform.rule.Rules;

/** The defaults that this capability ships. */
final class FixedRules implements Rules {

    @Override
    public RuleVersion at(String ruleSet, LocalDate date) {
        List<RuleRow> rows =
                new TaskLampRules().defaults().stream().map(RuleRow::new).toList();
        return new RuleVersion(1, ruleSet, "default", LocalDate.of(1900, 1, 1), rows, List.of(), null, 1);
    }

    @Override
    public RuleVersion version(long id) {
        return at(TaskLampRules.CODE, LocalDate.EPOCH);
    }
}
