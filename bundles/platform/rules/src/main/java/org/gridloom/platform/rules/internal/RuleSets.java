package org.gridloom.platform.rules.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rule.RuleRow;
import org.gridloom.platform.rule.RuleSet;
import org.gridloom.platform.rule.RuleVersion;
import org.gridloom.platform.rules.internal.domain.InForce;
import org.gridloom.platform.rules.internal.domain.RuleTable;
import org.gridloom.platform.rules.internal.store.RuleStore;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.tx.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rule sets that modules declare. What the vendor ships is kept as a version of its own when it is first seen, so
 * that a record keeps what it was opened under also when a later module ships something else.
 */
@Component(service = RuleSets.class)
public final class RuleSets {

    private static final Logger LOG = LoggerFactory.getLogger(RuleSets.class);
    private static final String PROCESS = "rules";
    private static final int FIRST_ROW = 2;

    private final Transactions transactions;
    private final Access access;
    private final Clock clock;
    private final RuleBook book;
    private final Map<String, RuleSet> declared = new ConcurrentHashMap<>();
    private final Set<String> kept = ConcurrentHashMap.newKeySet();

    @Activate
    public RuleSets(
            @Reference(target = "(osgi.unit.name=org.gridloom.platform.rules)") Transactions transactions,
            @Reference Access access,
            @Reference Clock clock,
            @Reference RuleBook book) {
        this.transactions = transactions;
        this.access = access;
        this.clock = clock;
        this.book = book;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addSet(RuleSet set) {
        if (declared.putIfAbsent(set.code(), set) != null) {
            LOG.warn("There is a rule set {} already; a second one is left out", set.code());
            return;
        }
        try {
            keep(set);
        } catch (RuntimeException e) {
            LOG.warn("The default of rule set {} could not be kept yet: {}", set.code(), e.getMessage());
        }
    }

    void removeSet(RuleSet set) {
        if (declared.remove(set.code(), set)) {
            kept.remove(set.code());
        }
    }

    List<RuleSet> all() {
        return declared.values().stream()
                .sorted(Comparator.comparing(RuleSet::code))
                .toList();
    }

    RuleSet get(String code) {
        RuleSet set = declared.get(code);
        if (set == null) {
            throw Problem.notFound(Text.of("没有这套规则", "There is no such rule set"));
        }
        return set;
    }

    /** A set whose default is kept. */
    RuleSet ready(String code) {
        RuleSet set = get(code);
        if (!kept.contains(code)) {
            try {
                keep(set);
            } catch (IllegalStateException withinReading) {
                throw new Problem(
                        Problem.Kind.UNAVAILABLE, Text.of("规则暂不可用,请稍后再试", "The rules are not there yet: try again"));
            }
        }
        return set;
    }

    private void keep(RuleSet set) {
        RuleTable table = RuleTable.check(set.columns(), set.defaults(), FIRST_ROW);
        if (!table.faults().isEmpty()) {
            throw Problem.invalid(table.faults());
        }
        if (!transactions.read(tx -> isKept(new RuleStore(tx.em()), set.code(), table.rows()))) {
            access.asSystem(PROCESS, () -> {
                transactions.run(tx -> keep(tx, set.code(), table.rows()));
                return null;
            });
        }
        book.forget();
        kept.add(set.code());
    }

    private void keep(Tx tx, String code, List<RuleRow> rows) {
        RuleStore store = new RuleStore(tx.em());
        store.lock(code);
        if (isKept(store, code, rows)) {
            return;
        }
        Optional<RuleVersion> last = last(store, code);
        if (last.isEmpty()) {
            Records.kept(tx, store.insert(code, InForce.DEFAULT, InForce.BEGINNING, rows, List.of(), null));
        } else {
            LocalDate from = later(last.get().validFrom().plusDays(1), LocalDate.now(clock));
            Records.published(tx, store.insert(code, InForce.DEFAULT, from, rows, List.of(), null));
        }
    }

    private static boolean isKept(RuleStore store, String code, List<RuleRow> rows) {
        return last(store, code).filter(last -> last.rows().equals(rows)).isPresent();
    }

    private static Optional<RuleVersion> last(RuleStore store, String code) {
        return store.versions(code).stream()
                .filter(version -> version.state().equals(InForce.DEFAULT))
                .findFirst();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
