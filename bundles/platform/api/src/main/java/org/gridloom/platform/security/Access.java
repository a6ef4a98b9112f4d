package org.gridloom.platform.security;

import java.util.function.Supplier;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.unit.UnitScope;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The one place that decides what a caller may do. Use cases ask it first, whichever way they were called, so REST,
 * console and pages obey the same rules. Roles grant permissions within a unit and all below it, and follow that unit
 * through merges, splits and moves.
 */
@ProviderType
public interface Access {

    /**
     * The caller of the current thread.
     *
     * @throws Problem {@link Problem.Kind#UNAUTHENTICATED} where nobody is signed in
     */
    Caller caller();

    /**
     * The caller must hold the permission in at least one unit. For what belongs to no unit, and as a first check.
     *
     * @throws Problem {@link Problem.Kind#FORBIDDEN}, or {@link Problem.Kind#UNAUTHENTICATED}
     */
    void require(String permission);

    /**
     * The caller must hold the permission in the unit.
     *
     * @param unitCode code that a unit bears or bore
     * @throws Problem {@link Problem.Kind#FORBIDDEN}, or {@link Problem.Kind#UNAUTHENTICATED}
     */
    void require(String permission, String unitCode);

    /** The caller must hold the permission in the whole district, for what belongs to no unit but affects all. */
    void requireEverywhere(String permission);

    /** Whether {@link #require(String, String)} would pass. */
    boolean may(String permission, String unitCode);

    /** Where the caller holds the permission: restricts lists. Empty where they do not hold it. */
    UnitScope scope(String permission);

    /**
     * Where the caller holds the permission in the unit and below it: restricts lists that are asked for one unit.
     *
     * @param unitCode code that a unit bears or bore; null for wherever the caller holds the permission
     * @throws Problem {@link Problem.Kind#FORBIDDEN} where the caller does not hold it there, invalid in {@code unit} for
     *     what can be no code, or {@link Problem.Kind#UNAUTHENTICATED}
     */
    UnitScope scope(String permission, String unitCode);

    /**
     * Does work that no person asked for, such as loading a pack or a deadline's job, with every permission; it is
     * audited under the process's name.
     *
     * @param process short fixed name, as in {@code heping-pack}
     */
    <T> T asSystem(String process, Supplier<T> work);
}
