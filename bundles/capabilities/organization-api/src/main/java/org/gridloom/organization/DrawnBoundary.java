package org.gridloom.organization;

import java.time.LocalDate;
import java.util.List;
import org.gridloom.platform.text.Text;

/**
 * What was recorded as a unit's boundary.
 *
 * @param code code of the unit on the first day
 * @param validFrom first day of this boundary
 * @param source where the outline comes from; null if that is not recorded
 * @param version version of the unit's record
 * @param warnings what should be looked at: that it lies outside the boundary of the unit above
 */
public record DrawnBoundary(String code, LocalDate validFrom, String source, long version, List<Text> warnings) {

    public DrawnBoundary {
        warnings = List.copyOf(warnings);
    }
}
