package org.gridloom.platform.privacy.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.gridloom.platform.privacy.LegalBasis;
import org.gridloom.platform.privacy.PersonalField;
import org.gridloom.platform.privacy.internal.store.ConsentStore;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rule.RuleRow;
import org.gridloom.platform.rule.RuleVersion;
import org.gridloom.platform.rule.Rules;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether a field may be taken, and how long it is kept: what the module declares, and what the district decided. */
@Component(service = FieldPolicy.class)
public final class FieldPolicy {

    private final Rules rules;
    private final Clock clock;

    @Activate
    public FieldPolicy(@Reference Rules rules, @Reference Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /** @throws Problem {@link Problem.Kind#CONFLICT} if it may not be taken of this person */
    void requireTaken(Tx tx, String subject, PersonalField field) {
        if (!isTaken(field)) {
            throw Problem.conflict(Text.of(
                    "%1$s属敏感个人信息,本区尚未开启采集(规则 %2$s)",
                    "%3$s is sensitive and not switched on in this district (rules %2$s)",
                    field.name().zh(),
                    FieldRules.CODE,
                    field.name().en()));
        }
        if (field.basis() == LegalBasis.CONSENT && !new ConsentStore(tx.em()).holds(subject, field.code())) {
            throw Problem.conflict(Text.of(
                    "采集%1$s须先登记本人同意",
                    "%2$s is taken only with the person's consent on record",
                    field.name().zh(),
                    field.name().en()));
        }
    }

    boolean isTaken(PersonalField field) {
        return !field.sensitive()
                || row(field).map(row -> row.yes(FieldRules.TAKEN)).orElse(false);
    }

    /** How long after the matter's end. */
    Period keptFor(PersonalField field) {
        return row(field)
                .map(row -> row.number(FieldRules.MONTHS))
                .map(months -> Period.ofMonths(months.intValue()))
                .orElse(field.keptFor());
    }

    private Optional<RuleRow> row(PersonalField field) {
        RuleVersion version = rules.at(FieldRules.CODE, LocalDate.now(clock));
        return version.row(FieldRules.FIELD, field.code()).or(() -> version.row(FieldRules.FIELD, FieldRules.OTHERS));
    }
}
