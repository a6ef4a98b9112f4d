package org.gridloom.organization.internal.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridloom.organization.CoverageGap;

/**
 * Finds what is missing in a unit's organisation. All codes are those borne on the date.
 *
 * @param grids names by code
 * @param covered codes of units that a branch covers, at any level: what covers a unit covers all below
 * @param headed codes of grids with a head
 * @param staffed codes of grids with a full-time worker
 * @param organizations those seated in the unit
 */
public record Blindspots(
        Map<String, String> grids,
        Set<String> covered,
        Set<String> headed,
        Set<String> staffed,
        List<SeatedOrganization> organizations) {

    public static final String NO_BRANCH = "grid-without-branch";
    public static final String NO_HEAD = "grid-without-head";
    public static final String NO_WORKER = "grid-without-full-time-worker";
    public static final String NO_LEAD = "organization-without-lead";
    public static final String NO_SEAT = "organization-without-seat";
    /** Kinds that one grid may lack. */
    public static final int LACKS_OF_A_GRID = 3;

    public static final List<String> KINDS = List.of(NO_BRANCH, NO_HEAD, NO_WORKER, NO_LEAD, NO_SEAT);

    /**
     * A party organisation.
     *
     * @param seat its seat's code as it was written
     * @param seated whether that leads to a unit on the date
     * @param led whether somebody holds its leading post, or its level has none
     */
    public record SeatedOrganization(String code, String name, String seat, boolean seated, boolean led) {}

    /** By kind and code. */
    public List<CoverageGap> gaps() {
        List<CoverageGap> gaps = new ArrayList<>();
        grids.forEach((code, name) -> {
            if (!isCovered(code)) {
                gaps.add(new CoverageGap(NO_BRANCH, code, code, name));
            }
            if (!headed.contains(code)) {
                gaps.add(new CoverageGap(NO_HEAD, code, code, name));
            }
            if (!staffed.contains(code)) {
                gaps.add(new CoverageGap(NO_WORKER, code, code, name));
            }
        });
        for (SeatedOrganization organization : organizations) {
            if (!organization.led()) {
                gaps.add(gap(NO_LEAD, organization));
            }
            if (!organization.seated()) {
                gaps.add(gap(NO_SEAT, organization));
            }
        }
        gaps.sort(Comparator.comparing((CoverageGap gap) -> KINDS.indexOf(gap.kind()))
                .thenComparing(CoverageGap::code));
        return gaps;
    }

    private boolean isCovered(String grid) {
        for (int length = 1; length <= grid.length(); length++) {
            if (covered.contains(grid.substring(0, length))) {
                return true;
            }
        }
        return false;
    }

    private static CoverageGap gap(String kind, SeatedOrganization organization) {
        return new CoverageGap(kind, organization.seat(), organization.code(), organization.name());
    }
}
