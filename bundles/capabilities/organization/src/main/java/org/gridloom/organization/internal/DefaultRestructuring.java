package org.gridloom.organization.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridloom.organization.Restructured;
import org.gridloom.organization.Restructuring;
import org.gridloom.organization.UnitClose;
import org.gridloom.organization.UnitLevel;
import org.gridloom.organization.UnitMerge;
import org.gridloom.organization.UnitMove;
import org.gridloom.organization.UnitSplit;
import org.gridloom.organization.UnitSuccession.Kind;
import org.gridloom.organization.internal.store.SuccessionStore;
import org.gridloom.organization.internal.store.UnitDetails;
import org.gridloom.organization.internal.store.UnitRow;
import org.gridloom.organization.internal.store.UnitStore;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.EventDraft;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.tx.Tx;
import org.gridloom.platform.unit.PlannedRestructuring;
import org.gridloom.platform.unit.UnitScope;
import org.gridloom.platform.validation.Checks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Moves, merges, splits and closes units. Each plans what it does; only then anything is written. */
@Component
public final class DefaultRestructuring implements Restructuring {

    private static final Map<PlannedRestructuring.Kind, String> VERBS = Map.of(
            PlannedRestructuring.Kind.MOVE, "moved",
            PlannedRestructuring.Kind.MERGE, "merged",
            PlannedRestructuring.Kind.SPLIT, "split",
            PlannedRestructuring.Kind.CLOSE, "closed");

    private final Transactions transactions;
    private final TerritoryReader reader;
    private final Checks checks;
    private final Consequences consequences;

    @Activate
    public DefaultRestructuring(
            @Reference(target = "(osgi.unit.name=org.gridloom.organization)") Transactions transactions,
            @Reference TerritoryReader reader,
            @Reference Checks checks,
            @Reference Consequences consequences) {
        this.transactions = transactions;
        this.reader = reader;
        this.checks = checks;
        this.consequences = consequences;
    }

    @Override
    public Restructured move(String code, UnitMove move, long expectedVersion, boolean dryRun) {
        checks.valid(move);
        return run(
                PlannedRestructuring.Kind.MOVE, code, move.date(), move.reason(), move.document(), dryRun, change -> {
                    UnitRow unit = change.unit(code);
                    UnitRow parent = change.unit(move.parent());
                    change.hold(expectedVersion, unit, List.of(parent));
                    change.mayChange(unit);
                    UnitLevel level = change.levelBelow(parent, unit);
                    if (move.code() == null
                            && move.parent().equals(change.territory.layout().parentOf(code))) {
                        throw Problem.conflict(Text.of("该单元已属于 %s", "The unit is below %s already", move.parent()));
                    }
                    change.receive(parent);
                    Codes codes = Codes.below(change.territory, parent, level, change.date());
                    change.plan.step(Kind.MOVE, code, codes.take("code", move.code(), unit.kind()));
                    change.plan.moved.add(unit);
                    change.plan.unitsBelow = change.below(unit);
                });
    }

    @Override
    public Restructured merge(String code, UnitMerge merge, long expectedVersion, boolean dryRun) {
        checks.valid(merge);
        return run(
                PlannedRestructuring.Kind.MERGE,
                code,
                merge.date(),
                merge.reason(),
                merge.document(),
                dryRun,
                change -> {
                    List<UnitRow> units = new ArrayList<>(List.of(change.unit(code)));
                    merge.with().forEach(other -> units.add(change.unit(other)));
                    UnitRow first = units.get(0);
                    sameLevel(units);
                    UnitRow parent = change.unit(merge.parent() == null ? parentOf(change, code) : merge.parent());
                    List<UnitRow> others = new ArrayList<>(units.subList(1, units.size()));
                    others.add(parent);
                    change.hold(expectedVersion, first, others);
                    units.forEach(change::mayEnd);
                    UnitLevel level = change.levelBelow(parent, first);
                    change.receive(parent);
                    Codes codes = Codes.below(change.territory, parent, level, change.date());
                    String kind = merge.code() == null ? first.kind() : codes.kind(null, merge.code());
                    String made = codes.take("code", merge.code(), kind);
                    change.plan.created.add(
                            UnitRow.created(made, level.code(), kind, change.date(), merged(merge.name(), units)));
                    units.forEach(unit -> change.plan.step(Kind.MERGE, change.code(unit), made));
                    change.plan.ended.addAll(units);
                    change.plan.unitsBelow =
                            units.stream().mapToLong(change::below).sum();
                    takeAlong(change, units, made);
                });
    }

    private static String parentOf(StructureChange change, String code) {
        String parent = change.territory.layout().parentOf(code);
        return parent == null ? code : parent;
    }

    private static void sameLevel(List<UnitRow> units) {
        if (units.stream().map(UnitRow::code).distinct().count() < units.size()) {
            throw Problem.invalid("with", Text.of("同一单元不能列两次", "Names a unit twice"));
        }
        if (units.stream().map(UnitRow::level).distinct().count() > 1) {
            throw Problem.invalid("with", Text.of("只能合并同一层级的单元", "Only units of one level can be merged"));
        }
    }

    /** Households and residents add up where they are recorded of every unit. */
    private static UnitDetails merged(String name, List<UnitRow> units) {
        return new UnitDetails(
                name.strip(), sum(units, UnitDetails::households), sum(units, UnitDetails::residents), null, null);
    }

    private static Integer sum(List<UnitRow> units, Function<UnitDetails, Integer> part) {
        List<Integer> parts = units.stream().map(UnitRow::details).map(part).toList();
        return parts.stream().anyMatch(Objects::isNull)
                ? null
                : Integer.valueOf(parts.stream().mapToInt(Integer::intValue).sum());
    }

    /** Units below the merged ones keep their suffix where they can. */
    private static void takeAlong(StructureChange change, List<UnitRow> units, String made) {
        change.territory.layout().below(change.territory.level(units.get(0))).ifPresent(level -> {
            Codes codes = Codes.fresh(change.territory.layout(), made, level);
            for (UnitRow unit : units) {
                for (UnitRow child : change.childrenEver(unit)) {
                    String old = change.code(child);
                    change.plan.step(Kind.MOVE, old, codes.renumbered(old, child.kind()));
                }
            }
        });
    }

    @Override
    public Restructured split(String code, UnitSplit split, long expectedVersion, boolean dryRun) {
        checks.valid(split);
        return run(
                PlannedRestructuring.Kind.SPLIT,
                code,
                split.date(),
                split.reason(),
                split.document(),
                dryRun,
                change -> {
                    UnitRow unit = change.unit(code);
                    UnitRow parent = change.unit(parentOf(change, code));
                    change.hold(expectedVersion, unit, unit.code().equals(parent.code()) ? List.of() : List.of(parent));
                    change.mayEnd(unit);
                    change.receive(parent);
                    Set<String> children = change.childrenEver(unit).stream()
                            .filter(change::isOpen)
                            .map(change::code)
                            .collect(Collectors.toCollection(TreeSet::new));
                    allGiven(split, children);
                    UnitLevel level = change.territory.level(unit);
                    Codes codes = Codes.below(change.territory, parent, level, change.date());
                    Map<String, String> homes = new HashMap<>();
                    for (int i = 0; i < split.parts().size(); i++) {
                        UnitSplit.Part part = split.parts().get(i);
                        String kind = part.code() == null ? unit.kind() : codes.kind(null, part.code());
                        String made = codes.take("parts[" + i + "].code", part.code(), kind);
                        change.plan.created.add(UnitRow.created(
                                made,
                                level.code(),
                                kind,
                                change.date(),
                                UnitDetails.named(part.name().strip())));
                        change.plan.step(Kind.SPLIT, code, made);
                        part.children().forEach(child -> homes.put(child, made));
                    }
                    children.forEach(child ->
                            change.plan.step(Kind.MOVE, child, homes.get(child) + child.substring(code.length())));
                    change.plan.ended.add(unit);
                    change.plan.unitsBelow = change.below(unit);
                });
    }

    /** Each unit below must go to exactly one part. */
    private static void allGiven(UnitSplit split, Set<String> children) {
        List<Violation> violations = new ArrayList<>();
        Set<String> left = new TreeSet<>(children);
        for (int i = 0; i < split.parts().size(); i++) {
            List<String> given = split.parts().get(i).children();
            for (int j = 0; j < given.size(); j++) {
                if (!left.remove(given.get(j))) {
                    violations.add(Violation.of(
                            "parts[" + i + "].children[" + j + "]",
                            children.contains(given.get(j))
                                    ? Text.of("该单元已分给其他部分", "Is given to two parts")
                                    : Text.of("不是被拆分单元的下级", "Does not lie directly below the unit")));
                }
            }
        }
        if (!left.isEmpty()) {
            violations.add(Violation.of(
                    "parts",
                    Text.of(
                            "有 %d 个下级单元未分配:%s",
                            "%d units below are given to no part: %s",
                            left.size(),
                            left.stream().limit(20).collect(Collectors.joining(", ")))));
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
    }

    @Override
    public Restructured close(String code, UnitClose close, long expectedVersion, boolean dryRun) {
        checks.valid(close);
        return run(
                PlannedRestructuring.Kind.CLOSE,
                code,
                close.date(),
                close.reason(),
                close.document(),
                dryRun,
                change -> {
                    UnitRow unit = change.unit(code);
                    change.hold(expectedVersion, unit, List.of());
                    change.mayEnd(unit);
                    UnitStore store = change.territory.store();
                    UnitScope scope = change.territory.succession().scope(code, change.date());
                    long open = store.countOpen(scope, unit.code(), change.date());
                    if (open > 0 && !close.withUnitsBelow()) {
                        throw Problem.conflict(Text.of(
                                "其下还有 %d 个单元,请先迁移,或选择连同下级一并撤销",
                                "%d units lie below it: move them first, or close them with it", open));
                    }
                    change.plan.unitsBelow = open;
                    change.plan.closed(code);
                    change.plan.ended.add(unit);
                    if (open > 0) {
                        change.notBefore(store.lastDate(scope).filter(change.date()::isBefore));
                        change.plan.endedWhole = scope;
                    }
                });
    }

    private interface Planning {
        void of(StructureChange change);
    }

    private Restructured run(
            PlannedRestructuring.Kind kind,
            String code,
            LocalDate when,
            String reason,
            String document,
            boolean dryRun,
            Planning planning) {
        LocalDate date = reader.date("date", when);
        return dryRun
                ? preview(kind, date, document, planning)
                : transactions.call(tx -> {
                    new SuccessionStore(tx).lock();
                    StructureChange change = planned(tx, date, document, false, planning);
                    carryOut(tx, change);
                    record(tx, VERBS.get(kind), code, reason, change);
                    return outcome(change, false);
                });
    }

    private record Preview(Restructured outcome, PlannedRestructuring planned) {}

    private Restructured preview(PlannedRestructuring.Kind kind, LocalDate date, String document, Planning planning) {
        Preview preview = transactions.read(tx -> {
            StructureChange change = planned(tx, date, document, true, planning);
            return new Preview(outcome(change, true), change.touching(kind));
        });
        return preview.outcome().meaning(consequences.of(preview.planned()));
    }

    private StructureChange planned(Tx tx, LocalDate date, String document, boolean dryRun, Planning planning) {
        Plan plan = new Plan(date, reader.cited(tx, document), new SuccessionStore(tx).nextOrdinal());
        StructureChange change = new StructureChange(reader.in(tx), plan, reader, dryRun);
        planning.of(change);
        return change;
    }

    private static void carryOut(Tx tx, StructureChange change) {
        UnitStore store = change.territory.store();
        Plan plan = change.plan;
        plan.created.forEach(unit -> store.insert(unit, plan.documentId()));
        plan.ended.forEach(unit -> store.end(unit.code(), plan.date, plan.documentId()));
        plan.moved.forEach(unit -> store.touch(unit.code()));
        if (!plan.endedWhole.isEmpty()) {
            // Units created below while this ran are seen by the next round; none can follow, as the parents ended.
            do {
                store.endAll(plan.endedWhole, plan.date, plan.documentId());
            } while (store.countOpen(plan.endedWhole, "", plan.date) > 0);
        }
        new SuccessionStore(tx).append(plan.steps);
    }

    private static void record(Tx tx, String verb, String code, String reason, StructureChange change) {
        Plan plan = change.plan;
        String stored = plan.concerned(code);
        String date = plan.date.toString();
        Map<String, Object> after = new LinkedHashMap<>();
        after.put("date", date);
        after.put("changes", plan.changes());
        after.put("unitsBelow", plan.unitsBelow);
        if (plan.document != null) {
            after.put("document", plan.document.number());
        }
        tx.audit(AuditEntry.changed(
                "organization.unit." + verb, "unit/" + stored, stored, Map.of("code", code), after, reason));
        tx.publish(new EventDraft(
                "organization.unit." + verb,
                1,
                "unit/" + stored,
                stored,
                Map.of("code", code, "date", date, "changes", plan.changes())));
    }

    private static Restructured outcome(StructureChange change, boolean dryRun) {
        List<UnitRow> units = new ArrayList<>(change.plan.created);
        change.plan.moved.forEach(unit -> units.add(dryRun ? unit : unit.touched()));
        return change.plan.outcome(dryRun, change.after(units));
    }
}
