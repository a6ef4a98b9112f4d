package org.gridloom.organization;

import org.gridloom.platform.problem.Problem;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Changes the structure of the territory. Codes are never reused: a unit that moves, and what a merge or split makes,
 * bears a new code from the date on, and what was recorded under old codes follows. Needs
 * {@link TerritoryPermissions#UNIT_RESTRUCTURE} in each unit concerned and in the parent of the result. With
 * {@code dryRun} nothing is written and the answer says what would follow.
 *
 * <p>Each is refused as {@link Problem.Kind#CONFLICT} when dated before another change of structure of a unit
 * concerned, of one above or of one below it, naming the earliest date allowed, and as {@link Problem.Kind#CHANGED} if
 * somebody else changed the unit since the caller read {@code expectedVersion}.
 */
@ProviderType
public interface Restructuring {

    /** Hangs a unit and all below it under another parent of the same level as its own. */
    Restructured move(String code, UnitMove move, long expectedVersion, boolean dryRun);

    /** Makes one new unit of the unit and others of its level; the units below them go along. */
    Restructured merge(String code, UnitMerge merge, long expectedVersion, boolean dryRun);

    /**
     * Makes several new units of one; each unit directly below goes to one of them. What was recorded under the unit
     * itself counts for its parent only.
     */
    Restructured split(String code, UnitSplit split, long expectedVersion, boolean dryRun);

    /** Ends a unit without successor. */
    Restructured close(String code, UnitClose close, long expectedVersion, boolean dryRun);
}
