package org.gridloom.platform.rules.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rule.RuleVersion;
import org.gridloom.platform.rule.Rules;
import org.gridloom.platform.rules.internal.domain.InForce;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rules in force, for code that applies them. */
@Component
public final class DefaultRules implements Rules {

    private final RuleSets sets;
    private final RuleBook book;
    private final CalendarBook calendar;
    private final Clock clock;

    @Activate
    public DefaultRules(
            @Reference RuleSets sets,
            @Reference RuleBook book,
            @Reference CalendarBook calendar,
            @Reference Clock clock) {
        this.sets = sets;
        this.book = book;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public RuleVersion at(String ruleSet, LocalDate date) {
        sets.ready(ruleSet);
        return InForce.on(book.of(ruleSet), date)
                .orElseThrow(() -> Problem.notFound(Text.of("%s 没有有效的规则", "There were no rules on %s", date)));
    }

    @Override
    public RuleVersion version(long id) {
        return book.version(id);
    }

    @Override
    public Set<String> cited() {
        LocalDate today = LocalDate.now(clock);
        Set<String> numbers = new TreeSet<>();
        sets.all().forEach(set -> numbers.addAll(at(set.code(), today).basis()));
        calendar.ofDistrict().forEach(year -> numbers.add(year.basis()));
        return numbers;
    }
}
