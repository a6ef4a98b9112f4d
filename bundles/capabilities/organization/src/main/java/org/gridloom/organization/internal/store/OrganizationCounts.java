package org.gridloom.organization.internal.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridloom.organization.internal.domain.Family;
import org.gridloom.platform.count.CountChange;
import org.gridloom.platform.count.CountQuery;
import org.gridloom.platform.tx.Tx;
import org.gridloom.platform.unit.UnitScope;

/**
 * The count of organisations by family and level, where they are seated; {@code counts/organization.organizations.sql}
 * says the same of the records.
 */
public final class OrganizationCounts {

    private static final String COUNTER = "organization.organizations";

    private OrganizationCounts() {}

    /** What a period adds to the count. */
    static List<CountChange> of(OrgStateEntity state) {
        String part = state.family + "/" + (state.level == null ? "" : state.level);
        CountChange begin = new CountChange(COUNTER, part, state.seat, state.validFrom, 1);
        return state.validTo.equals(Days.NONE)
                ? List.of(begin)
                : List.of(begin, new CountChange(COUNTER, part, state.seat, state.validTo, -1));
    }

    /** How many of the family are seated in the scope on the date, by level. */
    public static Map<String, Long> byLevel(Tx tx, Family family, UnitScope scope, LocalDate date) {
        String prefix = family.code() + "/";
        Map<String, Long> levels = new TreeMap<>();
        tx.counted(CountQuery.standing(COUNTER, scope, date)).forEach((part, count) -> {
            if (part.startsWith(prefix)) {
                levels.put(part.substring(prefix.length()), count);
            }
        });
        return levels;
    }
}
