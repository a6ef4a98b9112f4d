package org.gridloom.platform.testkit;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.gridloom.platform.rule.RuleRow;
import org.gridloom.platform.rule.RuleSet;
import org.gridloom.platform.rule.RuleVersion;
import org.gridloom.platform.rule.Rules;

/** The defaults that rule sets ship, in force on any day; a version's id is the set's place in the list, from 1. */
public final class TestRules implements Rules {

    private static final LocalDate EVER = LocalDate.of(1900, 1, 1);

    private final List<RuleSet> sets;

    public TestRules(RuleSet... sets) {
        this.sets = List.of(sets);
    }

    @Override
    public RuleVersion at(String ruleSet, LocalDate date) {
        return sets.stream()
                .filter(set -> set.code().equals(ruleSet))
                .map(this::version)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No rule set " + ruleSet));
    }

    @Override
    public RuleVersion version(long id) {
        return version(sets.get((int) id - 1));
    }

    private RuleVersion version(RuleSet set) {
        List<RuleRow> rows = set.defaults().stream().map(RuleRow::new).toList();
        return new RuleVersion(sets.indexOf(set) + 1, set.code(), "default", EVER, rows, List.of(), null, 1);
    }

    @Override
    public Set<String> cited() {
        return Set.of();
    }
}
