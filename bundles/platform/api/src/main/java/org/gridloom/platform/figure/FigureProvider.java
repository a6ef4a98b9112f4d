package org.gridloom.platform.figure;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Computes the figures of a capability. Register it as a DS component: the figures appear in {@code /api/figures}, in
 * {@code figures:list} and on the dashboard. Called from many threads at once, outside a transaction; permission and
 * unit were checked before.
 */
@ConsumerType
public interface FigureProvider {

    /** The place of these figures among those of the capability: lower ones come first. */
    default int order() {
        return 100;
    }

    /** The figures that this provider computes, in the order to show them; the same at every call. */
    List<FigureDefinition> definitions();

    /**
     * One figure for each code asked for, computed from records in as few queries as possible. May be told again for a
     * minute as long as no change is committed in the district.
     */
    List<Figure> figures(FigureQuery query);

    /**
     * The same figures of each subunit of a unit. Here they are computed subunit by subunit; a provider that can count
     * for all of them in one query should, see {@link org.gridloom.platform.unit.UnitScopes}.
     */
    default List<Figure> compare(FigureComparison comparison) {
        return comparison.subunits().byUnit().keySet().stream()
                .flatMap(subunit -> figures(comparison.of(subunit)).stream())
                .toList();
    }
}
