package org.gridloom.organization.internal;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridloom.organization.internal.domain.Family;
import org.gridloom.organization.internal.domain.OrganizationHistory;
import org.gridloom.organization.internal.domain.PostRules;
import org.gridloom.organization.internal.domain.Term;
import org.gridloom.organization.internal.people.StoredPlaces;
import org.gridloom.organization.internal.register.OrganizationRegister;
import org.gridloom.organization.internal.store.OrganizationStore;
import org.gridloom.platform.tx.Tx;
import org.gridloom.platform.unit.UnitRef;

/** All that has posts in a list, found in a few queries. */
final class ImportedPlaces implements PostRules.Places {

    private static final String UNIT = "unit";

    private final Map<Family, Map<String, OrganizationHistory>> organizations = new EnumMap<>(Family.class);
    private final Map<LocalDate, Map<String, UnitRef>> units = new HashMap<>();

    ImportedPlaces(Desk desk, Tx tx, List<Term> terms) {
        Map<Family, Set<String>> codes = new EnumMap<>(Family.class);
        Map<LocalDate, Set<String>> unitCodes = new HashMap<>();
        for (Term term : terms) {
            if (term.holder().equals(UNIT)) {
                unitCodes.computeIfAbsent(term.from(), date -> new HashSet<>()).add(term.at());
            } else {
                add(codes, Family.of(term.holder()), term.at());
            }
            add(codes, Family.OUTSIDE, term.crossAppointment());
            add(codes, Family.OUTSIDE, term.represents());
        }
        OrganizationStore store = new OrganizationStore(tx);
        codes.forEach((family, some) -> organizations.put(family, store.find(family, some)));
        // A query looks for changes in all that is managed: nothing is, from here.
        tx.em().clear();
        unitCodes.forEach((date, some) -> units.put(date, desk.unitsAmong(some, date)));
    }

    private static void add(Map<Family, Set<String>> codes, Family family, String code) {
        if (code != null) {
            codes.computeIfAbsent(family, each -> new HashSet<>()).add(code);
        }
    }

    @Override
    public Optional<String> sort(String holder, String code, LocalDate date) {
        return holder.equals(UNIT)
                ? Optional.ofNullable(units.getOrDefault(date, Map.of()).get(code))
                        .map(UnitRef::level)
                : history(holder, code).flatMap(history -> StoredPlaces.sort(history, date));
    }

    /** Code of the unit that the post counts for at its beginning. */
    String unit(Term term) {
        return unit(term, term.from());
    }

    /** Code of the unit that the post counts for on the date. */
    String unit(Term term, LocalDate date) {
        return history(term.holder(), term.at())
                .map(history -> OrganizationRegister.seat(history, date))
                .orElse(term.at());
    }

    private Optional<OrganizationHistory> history(String holder, String code) {
        return holder.equals(UNIT)
                ? Optional.empty()
                : Optional.ofNullable(
                        organizations.getOrDefault(Family.of(holder), Map.of()).get(code));
    }
}
