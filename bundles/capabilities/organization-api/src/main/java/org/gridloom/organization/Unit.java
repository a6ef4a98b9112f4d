package org.gridloom.organization;

import java.time.LocalDate;
import java.util.List;

/**
 * A unit of territory as it stood on the date it was asked for.
 *
 * @param code code that it bears on that date
 * @param name name on that date
 * @param level code of its {@link UnitLevel}
 * @param kind code of its {@link UnitKind}; null at levels without kinds
 * @param parent code of its parent on that date; null for the district itself
 * @param validFrom first day of the unit
 * @param validTo first day on which the unit is no more; null while no end is set
 * @param households number of households as recorded (户数); null if not recorded
 * @param residents number of residents as recorded (人口数); null if not recorded
 * @param extent its limits in words (网格范围); null if not recorded
 * @param note remark; says so where the unit is invented for a demonstration
 * @param version counts changes of the unit's own record
 * @param above of what a search finds, the names of the units above that the caller may read, from below the root down;
 *     null elsewhere
 */
public record Unit(
        String code,
        String name,
        String level,
        String kind,
        String parent,
        LocalDate validFrom,
        LocalDate validTo,
        Integer households,
        Integer residents,
        String extent,
        String note,
        long version,
        List<String> above) {

    public Unit {
        above = above == null ? null : List.copyOf(above);
    }

    /** The same with the names of the units above. */
    public Unit within(List<String> names) {
        return new Unit(
                code,
                name,
                level,
                kind,
                parent,
                validFrom,
                validTo,
                households,
                residents,
                extent,
                note,
                version,
                names);
    }
}
