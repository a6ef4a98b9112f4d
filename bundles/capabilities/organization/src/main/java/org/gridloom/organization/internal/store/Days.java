package org.gridloom.organization.internal.store;

import java.time.LocalDate;

/** Ends of periods in the database: the last of days stands for none, so that one comparison will do. */
final class Days {

    static final LocalDate NONE = LocalDate.of(9999, 12, 31);

    private Days() {}

    static LocalDate stored(LocalDate end) {
        return end == null ? NONE : end;
    }

    static LocalDate read(LocalDate stored) {
        return NONE.equals(stored) ? null : stored;
    }
}
