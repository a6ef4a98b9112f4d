package org.gridloom.organization.internal.store;

import java.time.LocalDate;

/**
 * A row of a table of units that is well-formed in itself.
 *
 * @param row number of the row as the user counts
 * @param validFrom as given; null for the day of the import
 * @param details what it records; parts are null where the table does not say
 */
public record ImportRow(
        int row, String code, String parent, String level, String kind, LocalDate validFrom, UnitDetails details) {}
