package org.gridloom.organization;

import java.time.LocalDate;

/**
 * A coordination body (党建引领基层治理协调机制) as it was on a date. Its people are posts whose holder is {@code body}; its
 * member organisations are {@link BodyMember}s.
 *
 * @param code its own code, for good
 * @param name on the date
 * @param type see {@link OrganizationType}
 * @param unit code of the territory unit it works at, as it was written
 * @param validFrom first day on which it was just so
 * @param validTo first day on which it was no longer so; null while it lasts
 * @param note remark; null for none
 * @param version for the next change
 */
public record CoordinationBody(
        String code,
        String name,
        String type,
        String unit,
        LocalDate validFrom,
        LocalDate validTo,
        String note,
        long version) {}
