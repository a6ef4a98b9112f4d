package org.gridloom.organization.internal.people;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.gridloom.organization.internal.Desk;
import org.gridloom.organization.internal.domain.Family;
import org.gridloom.organization.internal.domain.OrganizationHistory;
import org.gridloom.organization.internal.domain.PostRules;
import org.gridloom.organization.internal.store.OrganizationStore;
import org.gridloom.platform.tx.Tx;
import org.gridloom.platform.unit.UnitRef;

/** Finds what has posts, one at a time. */
public record StoredPlaces(Desk desk, Tx tx) implements PostRules.Places {

    @Override
    public Optional<String> sort(String holder, String code, LocalDate date) {
        return holder.equals("unit")
                ? Optional.ofNullable(desk.unitsAmong(Set.of(code), date).get(code))
                        .map(UnitRef::level)
                : new OrganizationStore(tx).find(Family.of(holder), code).flatMap(history -> sort(history, date));
    }

    /** Level of a party organisation, type of another, if it is there on the date and has no end set. */
    public static Optional<String> sort(OrganizationHistory history, LocalDate date) {
        if (history.isClosed()) {
            return Optional.empty();
        }
        return history.on(date)
                .map(period -> history.family() == Family.PARTY
                        ? period.what().level()
                        : period.what().type());
    }
}
