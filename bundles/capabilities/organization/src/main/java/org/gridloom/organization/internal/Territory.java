package org.gridloom.organization.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gridloom.organization.Unit;
import org.gridloom.organization.UnitLevel;
import org.gridloom.organization.internal.domain.CodeLayout;
import org.gridloom.organization.internal.domain.Succession;
import org.gridloom.organization.internal.store.UnitRow;
import org.gridloom.organization.internal.store.UnitStore;
import org.gridloom.platform.tx.Tx;
import org.gridloom.platform.unit.UnitRef;

/** The territory as one transaction sees it: stored units and where their codes stand on a date. */
public record Territory(CodeLayout layout, Succession succession, UnitStore store) {

    static Territory of(CodeLayout layout, SuccessionLog log, Tx tx) {
        return new Territory(layout, log.current(tx), new UnitStore(tx));
    }

    /** The unit that bears the code on the date. */
    Optional<UnitRow> find(String code, LocalDate date) {
        return layout.levelOf(code).isPresent() ? store.valid(succession.origins(code, date), date) : Optional.empty();
    }

    /** The units that bear the codes on the date, by code. */
    Map<String, UnitRow> findAll(Collection<String> codes, LocalDate date) {
        Set<String> stored = new TreeSet<>();
        codes.forEach(code -> stored.addAll(succession.origins(code, date)));
        Map<String, UnitRow> found = new HashMap<>();
        store.allValid(stored, date).forEach(row -> found.put(code(row, date), row));
        found.keySet().retainAll(new HashSet<>(codes));
        return found;
    }

    /** The unit that bears, bore or will bear the code. */
    Optional<UnitRow> bearer(String code) {
        if (layout.levelOf(code).isEmpty()) {
            return Optional.empty();
        }
        Set<String> stored = new TreeSet<>(Set.of(code));
        succession.begins(code).forEach(day -> stored.addAll(succession.origins(code, day)));
        return store.stored(stored).stream()
                .filter(row ->
                        codes(row).stream().anyMatch(borne -> borne.code().equals(code)))
                .findFirst();
    }

    /** A code that a unit bears from a day until before another; null for no end. */
    record Borne(LocalDate from, LocalDate to, String code) {}

    /** The codes that the unit bears in its life, in order. */
    List<Borne> codes(UnitRow row) {
        List<Borne> codes = new ArrayList<>();
        LocalDate from = row.validFrom();
        String code = row.code();
        for (Succession.Passage passage : succession.passages(row.code())) {
            if (row.validTo() != null && !passage.date().isBefore(row.validTo())) {
                break;
            }
            if (passage.date().isAfter(from)) {
                codes.add(new Borne(from, passage.date(), code));
                from = passage.date();
            }
            code = passage.to();
        }
        codes.add(new Borne(from, row.validTo(), code));
        return codes;
    }

    /** The codes that lead on from the code on the date, of units valid then. */
    Set<String> successors(String code, LocalDate date) {
        return new TreeSet<>(findAll(succession.successors(code, date), date).keySet());
    }

    String code(UnitRow row, LocalDate date) {
        return succession.position(row.code(), date);
    }

    UnitLevel level(UnitRow row) {
        return layout.level(row.level())
                .orElseThrow(() -> new IllegalStateException("the configured layout has no level " + row.level()));
    }

    UnitRef ref(UnitRow row, LocalDate date) {
        return new UnitRef(code(row, date), row.details().name(), row.level());
    }

    Unit unit(UnitRow row, LocalDate date) {
        String code = code(row, date);
        return new Unit(
                code,
                row.details().name(),
                row.level(),
                row.kind(),
                layout.parentOf(code),
                row.validFrom(),
                row.validTo(),
                row.details().households(),
                row.details().residents(),
                row.details().extent(),
                row.details().note(),
                row.version(),
                null);
    }
}
