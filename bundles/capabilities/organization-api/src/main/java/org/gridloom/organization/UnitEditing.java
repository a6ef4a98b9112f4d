package org.gridloom.organization;

import org.gridloom.platform.problem.Problem;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Creates units and changes what is recorded of them. Needs {@link TerritoryPermissions#UNIT_EDIT} in the unit, to
 * create in the parent. Each call is one transaction with its audit entry and events. With {@code dryRun} all is checked
 * just so, nothing is written, and the answer is the unit as it would be.
 */
@ProviderType
public interface UnitEditing {

    /**
     * Creates a unit below its parent.
     *
     * @throws Problem {@link Problem.Kind#INVALID} for an input that breaks a rule; {@link Problem.Kind#CONFLICT} for
     *     a code that is or was in use, a parent that ends, or when no code is left
     */
    Unit create(NewUnit unit, boolean dryRun);

    /** As {@link #create(NewUnit, boolean)}, for good. */
    default Unit create(NewUnit unit) {
        return create(unit, false);
    }

    /**
     * Changes name and record from a date on; what was before stays known.
     *
     * @param expectedVersion version that the caller read
     * @throws Problem {@link Problem.Kind#CHANGED} if somebody else changed the unit meanwhile
     */
    Unit change(String code, UnitChange change, long expectedVersion, boolean dryRun);

    /** As {@link #change(String, UnitChange, long, boolean)}, for good. */
    default Unit change(String code, UnitChange change, long expectedVersion) {
        return change(code, change, expectedVersion, false);
    }

    /**
     * Sets the boundary from a date on. Whether it fits the unit above is told, not required.
     *
     * @throws Problem {@link Problem.Kind#INVALID} naming the place in the geometry that is wrong
     */
    DrawnBoundary draw(String code, BoundaryDraft draft, long expectedVersion);
}
