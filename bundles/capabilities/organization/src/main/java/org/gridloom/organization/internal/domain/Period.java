package org.gridloom.organization.internal.domain;

import java.time.LocalDate;

/**
 * A time in which an organisation stayed as it was.
 *
 * @param from first day
 * @param to first day of the next period, or after its end; null while it lasts
 */
public record Period(Particulars what, LocalDate from, LocalDate to) {

    public boolean holdsOn(LocalDate date) {
        return !date.isBefore(from) && (to == null || date.isBefore(to));
    }
}
