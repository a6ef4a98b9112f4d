package org.gridloom.organization.internal.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridloom.organization.CoverageGap;
import org.gridloom.organization.internal.Desk;
import org.gridloom.organization.internal.store.PostQuery;
import org.gridloom.organization.internal.store.PostStore;
import org.gridloom.organization.internal.store.VocabularyStore;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.unit.UnitScope;
import org.gridloom.platform.unit.UnitScopes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Holds the territory against the party organisation and the posts. Codes written before a move, merge or split are
 * followed to where they have gone.
 */
@Component(service = CoverageReader.class)
public final class CoverageReader {

    private final Desk desk;

    @Activate
    public CoverageReader(@Reference Desk desk) {
        this.desk = desk;
    }

    /**
     * What there is and what is missing.
     *
     * @param workers people who hold a full-time worker's post
     * @param gaps by kind
     */
    record Found(long grids, long workers, Map<String, Long> gaps) {}

    Found read(String unit, UnitScope scope, LocalDate date) {
        return desk.transactions().read(tx -> {
            BlindSpots spots = new BlindSpots(tx, desk, unit, scope, date);
            Map<String, Long> gaps = new LinkedHashMap<>();
            BlindSpots.KINDS.forEach(kind -> gaps.put(kind, spots.count(kind)));
            PostQuery fullTime = PostQuery.heldOn(date)
                    .in(scope)
                    .kinds(new VocabularyStore(tx.em()).words().kindsWithDuty("full-time"));
            return new Found(
                    desk.countOf(tx, scope, BlindSpots.GRID, date), new PostStore(tx.em()).countPeople(fullTime), gaps);
        });
    }

    long count(String unit, UnitScope scope, LocalDate date) {
        return desk.transactions().read(tx -> {
            BlindSpots spots = new BlindSpots(tx, desk, unit, scope, date);
            return BlindSpots.KINDS.stream().mapToLong(spots::count).sum();
        });
    }

    /** As {@link #count} for each of the subunits of the unit, in a query for each kind. */
    Map<String, Long> count(String unit, UnitScope scope, UnitScopes subunits, LocalDate date) {
        Map<String, Long> counts = new LinkedHashMap<>();
        subunits.byUnit().keySet().forEach(each -> counts.put(each, 0L));
        desk.transactions().run(tx -> {
            BlindSpots spots = new BlindSpots(tx, desk, unit, scope, date);
            for (String kind : BlindSpots.KINDS) {
                spots.countByPrefix(kind, subunits.prefixLength())
                        .forEach((prefix, count) ->
                                subunits.unitOf(prefix).ifPresent(subunit -> counts.merge(subunit, count, Long::sum)));
            }
        });
        return counts;
    }

    /** @param kinds in the order in which they are listed */
    Page<CoverageGap> page(String unit, UnitScope scope, List<String> kinds, LocalDate date, PageQuery page) {
        return desk.transactions().read(tx -> {
            BlindSpots spots = new BlindSpots(tx, desk, unit, scope, date);
            List<CoverageGap> items = new ArrayList<>();
            long before = 0;
            for (String kind : kinds) {
                long count = spots.count(kind);
                long from = Math.max(page.offset() - before, 0);
                int left = page.size() - items.size();
                if (from < count && left > 0) {
                    items.addAll(spots.part(kind, (int) from, left));
                }
                before += count;
            }
            return Page.of(items, page, before);
        });
    }
}
