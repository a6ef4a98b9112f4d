package org.gridloom.training.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridloom.platform.calendar.WorkDuration;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rule.RuleRow;
import org.gridloom.platform.rule.Rules;
import org.gridloom.platform.text.Text;
import org.gridloom.training.Term;
import org.gridloom.training.TrainingWords;
import org.gridloom.training.Vocabulary;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rules in force. */
@Component(service = {TrainingRules.class, TrainingWords.class})
public final class TrainingRules implements TrainingWords {

    private final Rules rules;
    private final Clock clock;

    @Activate
    public TrainingRules(@Reference Rules rules, @Reference Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public Vocabulary at(LocalDate asOf) {
        return vocabulary(asOf == null ? LocalDate.now(clock) : asOf);
    }

    public Vocabulary vocabulary(LocalDate date) {
        return new Vocabulary(
                terms(TopicRules.CODE, date), terms(FormatRules.CODE, date), terms(AudienceRules.CODE, date));
    }

    /** Months for which each topic is good, by its code and in the order of the rules. */
    public Map<String, Integer> months(LocalDate date) {
        Map<String, Integer> months = new LinkedHashMap<>();
        rules.at(TopicRules.CODE, date)
                .rows()
                .forEach(row -> months.put(
                        row.text(WordRules.CODE), row.number(TopicRules.MONTHS).intValue()));
        return months;
    }

    /** Kinds of posts whose holders should all be trained. */
    public List<String> audience(LocalDate date) {
        return terms(AudienceRules.CODE, date).stream().map(Term::code).toList();
    }

    /** How long before people are reminded. */
    WorkDuration reminderLead(String column) {
        return reminders().duration(column);
    }

    /** At which hour of the day people are reminded. */
    int reminderHour() {
        return reminders().number(ReminderRules.HOUR).intValue();
    }

    private RuleRow reminders() {
        return rules.at(ReminderRules.CODE, LocalDate.now(clock)).only();
    }

    private List<Term> terms(String set, LocalDate date) {
        return rules.at(set, date).rows().stream().map(WordRules::term).toList();
    }

    /** Refuses what the rules do not know, saying what they do. */
    public static void require(String field, List<Term> known, String code) {
        if (known.stream().noneMatch(term -> term.code().equals(code))) {
            throw Problem.invalid(
                    field,
                    Text.of(
                            "只能是:%1$s",
                            "Must be one of: %2$s",
                            String.join(
                                    "、",
                                    known.stream().map(term -> term.name().zh()).toList()),
                            String.join(", ", known.stream().map(Term::code).toList())));
        }
    }
}
