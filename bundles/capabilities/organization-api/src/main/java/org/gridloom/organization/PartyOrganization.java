package org.gridloom.organization;

import java.time.LocalDate;
import java.util.List;

/**
 * A party organisation as it was on a date.
 *
 * @param code its own code, for good
 * @param name on the date
 * @param level see {@link PartyLevel}; for good
 * @param type see {@link OrganizationType}
 * @param parent code of the organisation above; null for the topmost
 * @param seat code of the territory unit it is seated at, as it was written
 * @param covers codes of the territory units it covers, as they were written
 * @param validFrom first day on which it was just so
 * @param validTo first day on which it was no longer so; null while it lasts
 * @param note remark; null for none
 * @param version for the next change
 */
public record PartyOrganization(
        String code,
        String name,
        String level,
        String type,
        String parent,
        String seat,
        List<String> covers,
        LocalDate validFrom,
        LocalDate validTo,
        String note,
        long version) {

    public PartyOrganization {
        covers = List.copyOf(covers);
    }
}
