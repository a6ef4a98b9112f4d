package org.gridloom.organization;

import java.time.LocalDate;
import java.util.List;

/**
 * An organisation outside the party's tree (机关企事业, 两新组织, 驻区单位, 物业公司, 业委会, 派出所 …) as it was on a date.
 *
 * @param code its own code, for good
 * @param name on the date
 * @param type see {@link OrganizationType}
 * @param seat code of the territory unit where it resides, as it was written
 * @param serves codes of the territory units it serves, as they were written
 * @param validFrom first day on which it was just so
 * @param validTo first day on which it was no longer so; null while it lasts
 * @param note remark; null for none
 * @param version for the next change
 */
public record OutsideOrganization(
        String code,
        String name,
        String type,
        String seat,
        List<String> serves,
        LocalDate validFrom,
        LocalDate validTo,
        String note,
        long version) {

    public OutsideOrganization {
        serves = List.copyOf(serves);
    }
}
