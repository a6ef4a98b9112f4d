package org.gridloom.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reads the territory, "as organised on the date given" (null: today). Every call needs
 * {@link TerritoryPermissions#UNIT_READ} in the units concerned. A list or tree below a unit that the caller may read
 * holds all that belonged to the unit on the date, as its figures do, also what has left it since; a list that names no
 * unit holds what the caller may see today.
 *
 * <p>Where one unit is asked for, a code that is no unit's on the date is refused: {@link Problem.Kind#GONE} for a code
 * that was moved, merged, split or closed, naming its successors, {@link Problem.Kind#NOT_FOUND} for any other.
 */
@ProviderType
public interface Units {

    /** Fields that {@link #list} can be sorted by. */
    List<String> SORTABLE = List.of("code", "name", "validFrom");

    /** The levels of the district's code layout, from the district down. */
    List<UnitLevel> levels();

    /** The unit that bears the code on the date. */
    Unit get(String code, LocalDate asOf);

    /**
     * The one unit that the code leads to on the date: the unit itself, or the one that it was moved or merged into.
     * Empty where there is none or are several.
     */
    Optional<Unit> successor(String code, LocalDate asOf);

    /** Units that match, in the order of the codes under which they were created unless sorted otherwise. */
    Page<Unit> list(UnitFilter filter, PageQuery page);

    /**
     * The unit and those below it.
     *
     * @param depth levels below the unit, 0 or more
     * @throws Problem {@link Problem.Kind#INVALID} if that is more than 10,000 units
     */
    UnitNode tree(String code, int depth, LocalDate asOf);

    /** The units above, from the district down to the parent. */
    List<Unit> ancestors(String code, LocalDate asOf);

    /**
     * What was recorded of the unit, from its first day.
     *
     * @param code a code that the unit bears or ever bore
     */
    List<UnitPeriod> history(String code);

    /** Every change of structure that the code took part in, by date, also those that lie ahead. */
    List<UnitSuccession> succession(String code);

    /** The unit's boundary, empty where none is recorded. */
    Optional<UnitBoundary> boundary(String code, LocalDate asOf);

    /** The boundaries of units below a unit, as recorded for the date. */
    UnitBoundaries boundaries(BoundaryFilter filter);
}
