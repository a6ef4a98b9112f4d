package org.gridloom.platform.unit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What everybody may ask about units of territory. The organisation capability implements it; where none is installed,
 * scopes are plain prefixes. Every answer is "as organised on the date given". May be called from any thread, inside or
 * outside a transaction; inside one it sees that transaction's changes.
 */
@ProviderType
public interface UnitDirectory {

    /** The district's own unit, the root of the tree; empty before the first unit is made. */
    Optional<UnitRef> root();

    /** The unit that bears this code on the date. Codes that the unit had before or will have later are not found. */
    Optional<UnitRef> find(String code, LocalDate asOf);

    /** The units directly below the one that bears this code on the date, by code; none for an unknown code. */
    List<UnitRef> children(String code, LocalDate asOf);

    /**
     * Codes under which facts of the unit and of all below it were or are written.
     *
     * @param code code that is or was borne by a unit; an unknown one gives an empty scope
     */
    UnitScope scope(String code, LocalDate asOf);

    /** The scopes of many units at once, by the codes given, in their order. */
    default UnitScopes scopes(Collection<String> codes, LocalDate asOf) {
        Map<String, UnitScope> scopes = new LinkedHashMap<>();
        codes.forEach(code -> scopes.put(code, scope(code, asOf)));
        return new UnitScopes(scopes);
    }

    /**
     * Where a code has gone: itself while the unit bears it, its new code after a move, the one unit after a merge, all
     * parts after a split, none after closing without successor.
     */
    Set<String> successors(String code, LocalDate asOf);

    /**
     * The units in which facts count that were written under the codes: the unit that a code belongs to on the date,
     * after a split or closing the nearest unit above. To show where a record belongs, many at once.
     *
     * @param codes codes under which facts were written
     * @return by the codes given; a code that belongs nowhere is left out
     */
    default Map<String, UnitRef> resolve(Set<String> codes, LocalDate asOf) {
        Map<String, UnitRef> units = new HashMap<>();
        codes.forEach(code -> find(code, asOf).ifPresent(unit -> units.put(code, unit)));
        return units;
    }
}
