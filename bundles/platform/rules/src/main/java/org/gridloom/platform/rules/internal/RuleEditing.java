package org.gridloom.platform.rules.internal;

import static org.gridloom.platform.rules.internal.Permissions.RULES_EDIT;
import static org.gridloom.platform.rules.internal.Permissions.RULES_READ;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.rule.RuleColumn;
import org.gridloom.platform.rule.RuleRow;
import org.gridloom.platform.rule.RuleSet;
import org.gridloom.platform.rule.RuleVersion;
import org.gridloom.platform.rule.Rules;
import org.gridloom.platform.rules.internal.domain.InForce;
import org.gridloom.platform.rules.internal.domain.RuleTable;
import org.gridloom.platform.rules.internal.store.RuleStore;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.tx.Tx;
import org.gridloom.platform.validation.Checks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rules as the district sees and sets them. */
@Component(service = RuleEditing.class)
public final class RuleEditing {

    private static final int FIRST_ROW = 2;
    private static final int LONGEST_REASON = 500;

    private final Transactions transactions;
    private final Access access;
    private final Checks checks;
    private final Clock clock;
    private final RuleSets sets;
    private final RuleBook book;
    private final Rules rules;
    private final Citations citations;

    @Activate
    public RuleEditing(
            @Reference(target = "(osgi.unit.name=org.gridloom.platform.rules)") Transactions transactions,
            @Reference Access access,
            @Reference Checks checks,
            @Reference Clock clock,
            @Reference RuleSets sets,
            @Reference RuleBook book,
            @Reference Rules rules,
            @Reference Citations citations) {
        this.transactions = transactions;
        this.access = access;
        this.checks = checks;
        this.clock = clock;
        this.sets = sets;
        this.book = book;
        this.rules = rules;
        this.citations = citations;
    }

    void requireEditor() {
        access.requireEverywhere(RULES_EDIT);
    }

    /** The first day on which a version that is drafted today may begin, today or later. */
    LocalDate firstDay(RuleSet set) {
        LocalDate earliest = set.earliestStart(today());
        return earliest.isAfter(today()) ? earliest : today();
    }

    /** All sets, by code. */
    public List<RuleSetView> sets() {
        access.require(RULES_READ);
        return sets.all().stream().map(this::view).toList();
    }

    public RuleSetView set(String code) {
        access.require(RULES_READ);
        return view(sets.get(code));
    }

    /** @param on null for today */
    public RuleVersion at(String code, LocalDate on) {
        access.require(RULES_READ);
        return rules.at(code, on == null ? today() : on);
    }

    /** All versions of a set, those that begin last first; drafts among them. */
    public List<RuleVersion> history(String code) {
        access.require(RULES_READ);
        sets.ready(code);
        return transactions.read(tx -> new RuleStore(tx.em()).versions(code));
    }

    public RuleVersion version(long id) {
        access.require(RULES_READ);
        return transactions.read(tx -> found(tx, id));
    }

    /** What differs in a version from another of the same set. */
    public List<RuleTable.Change> changes(long id, long from) {
        RuleVersion after = version(id);
        RuleVersion before = version(from);
        if (!before.ruleSet().equals(after.ruleSet())) {
            throw Problem.invalid("from", Text.of("不是同一套规则的版本", "Is a version of another rule set"));
        }
        return RuleTable.compare(sets.get(after.ruleSet()).columns(), before.rows(), after.rows());
    }

    public RuleVersion draft(String code, RuleDraft draft) {
        access.requireEverywhere(RULES_EDIT);
        RuleSet set = sets.ready(code);
        List<RuleRow> rows = checked(set, draft);
        return transactions.call(tx -> {
            RuleVersion made = new RuleStore(tx.em())
                    .insert(code, InForce.DRAFT, draft.validFrom(), rows, draft.basis(), draft.note());
            Records.draft(tx, "created", null, made);
            return made;
        });
    }

    /**
     * Publishes a version that differs in one row from the one in force on its first day; the row that has the same key,
     * or a new one.
     */
    public RuleVersion edit(String code, Map<String, String> values, LocalDate from, List<String> basis) {
        access.requireEverywhere(RULES_EDIT);
        List<RuleColumn> columns = sets.ready(code).columns();
        List<Map<String, String>> rows =
                RuleTable.merged(columns, rules.at(code, from).rows(), values);
        RuleVersion published = transactions.call(tx -> {
            RuleVersion draft = draft(code, new RuleDraft(from, basis, null, rows));
            return publish(draft.id(), draft.version());
        });
        book.forget();
        return published;
    }

    public RuleVersion change(long id, RuleDraft draft, long expectedVersion) {
        access.requireEverywhere(RULES_EDIT);
        return transactions.call(tx -> {
            RuleVersion before = locked(tx, id, expectedVersion, InForce.DRAFT);
            List<RuleRow> rows = checked(sets.get(before.ruleSet()), draft);
            RuleVersion after = new RuleStore(tx.em()).update(id, draft.validFrom(), rows, draft.basis(), draft.note());
            Records.draft(tx, "changed", before, after);
            return after;
        });
    }

    /** Throws a draft away. */
    public void discard(long id, long expectedVersion) {
        access.requireEverywhere(RULES_EDIT);
        transactions.run(tx -> {
            RuleVersion before = locked(tx, id, expectedVersion, InForce.DRAFT);
            new RuleStore(tx.em()).delete(id);
            Records.draft(tx, "discarded", before, null);
        });
    }

    /** Makes a draft the rule from its start on, for good once that day has come. */
    public RuleVersion publish(long id, long expectedVersion) {
        access.requireEverywhere(RULES_EDIT);
        RuleVersion published = transactions.call(tx -> {
            RuleStore store = new RuleStore(tx.em());
            RuleVersion draft = locked(tx, id, expectedVersion, InForce.DRAFT);
            checked(sets.get(draft.ruleSet()), asDraft(draft));
            requireBasis(draft);
            boolean taken = store.holding(draft.ruleSet()).stream()
                    .anyMatch(other -> other.state().equals(InForce.PUBLISHED)
                            && other.validFrom().equals(draft.validFrom()));
            if (taken) {
                throw Problem.conflict(
                        Text.of("已有一个版本自 %s 起施行", "There is a version that begins on %s", draft.validFrom()));
            }
            RuleVersion version = store.enter(id, InForce.PUBLISHED);
            Records.published(tx, version);
            return version;
        });
        book.forget();
        return published;
    }

    /** Takes back a version whose start is still to come. */
    public RuleVersion withdraw(long id, String reason, long expectedVersion) {
        access.requireEverywhere(RULES_EDIT);
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Problem.invalid("reason", Text.of("应为 1 至 %d 个字", "Must have 1 to %d characters", LONGEST_REASON));
        }
        RuleVersion withdrawn = transactions.call(tx -> {
            RuleVersion version = locked(tx, id, expectedVersion, InForce.PUBLISHED);
            if (!version.validFrom().isAfter(today())) {
                throw Problem.conflict(Text.of(
                        "该版本自 %s 起已施行,只能另发新版本",
                        "The version is in force since %s: publish another one instead", version.validFrom()));
            }
            RuleVersion after = new RuleStore(tx.em()).enter(id, InForce.WITHDRAWN);
            Records.withdrawn(tx, version, reason.strip());
            return after;
        });
        book.forget();
        return withdrawn;
    }

    /** The rows as they would be kept. A draft may still lack the documents that it rests on. */
    private List<RuleRow> checked(RuleSet set, RuleDraft draft) {
        checks.valid(draft);
        List<Violation> faults = new ArrayList<>();
        LocalDate earliest = set.earliestStart(today());
        if (draft.validFrom().isBefore(earliest)) {
            faults.add(Violation.of("validFrom", Text.of("不能早于 %s", "Must not be before %s", earliest)));
        }
        if (!draft.basis().isEmpty()) {
            faults.addAll(citations.faults(draft.basis(), draft.validFrom()));
        }
        RuleTable table = RuleTable.check(set.columns(), draft.rows(), FIRST_ROW);
        faults.addAll(table.faults());
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return table.rows();
    }

    private void requireBasis(RuleVersion draft) {
        List<Violation> faults = citations.faults(draft.basis(), draft.validFrom());
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    private static RuleDraft asDraft(RuleVersion version) {
        return new RuleDraft(
                version.validFrom(),
                version.basis(),
                version.note(),
                version.rows().stream().map(RuleRow::values).toList());
    }

    /** The version, with its set locked; in the state that the change needs. */
    private RuleVersion locked(Tx tx, long id, long expectedVersion, String state) {
        RuleStore store = new RuleStore(tx.em());
        store.setOf(id).ifPresent(store::lock);
        RuleVersion version = found(tx, id);
        if (version.version() != expectedVersion) {
            throw Problem.changed(version.version());
        }
        if (!version.state().equals(state)) {
            throw Problem.conflict(Text.of(
                    "版本的状态是 %s,此操作只用于 %s",
                    "The version is in state %s; this takes one in state %s", version.state(), state));
        }
        return version;
    }

    private static RuleVersion found(Tx tx, long id) {
        return new RuleStore(tx.em())
                .find(id)
                .orElseThrow(() -> Problem.notFound(Text.of("没有这个规则版本", "There is no such version")));
    }

    private RuleSetView view(RuleSet set) {
        LocalDate today = today();
        return RuleSetView.of(set, today, rules.at(set.code(), today));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
