package org.gridloom.organization.internal.coverage;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridloom.organization.CoverageGap;
import org.gridloom.organization.PostKind;
import org.gridloom.organization.internal.Desk;
import org.gridloom.organization.internal.domain.Blindspots;
import org.gridloom.organization.internal.domain.Blindspots.SeatedOrganization;
import org.gridloom.organization.internal.domain.Family;
import org.gridloom.organization.internal.domain.Words;
import org.gridloom.organization.internal.store.OrganizationQuery;
import org.gridloom.organization.internal.store.OrganizationStore;
import org.gridloom.organization.internal.store.PostQuery;
import org.gridloom.organization.internal.store.PostStore;
import org.gridloom.organization.internal.store.PostStore.Held;
import org.gridloom.organization.internal.store.VocabularyStore;
import org.gridloom.platform.tx.Tx;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitDirectory;
import org.gridloom.platform.unit.UnitRef;
import org.gridloom.platform.unit.UnitScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Holds the territory against the party organisation and the posts, in one query for each. Codes written before a move,
 * merge or split are followed to where they have gone.
 */
@Component(service = CoverageReader.class)
public final class CoverageReader {

    private static final String GRID = "grid";

    private final Desk desk;

    @Activate
    public CoverageReader(@Reference Desk desk) {
        this.desk = desk;
    }

    /**
     * What was found.
     *
     * @param workers codes of the people who hold a full-time worker's post
     */
    record Found(Set<String> grids, Set<String> workers, List<CoverageGap> gaps) {}

    /**
     * What the party organisation and the posts say, by codes borne on the date.
     *
     * @param workers codes of the people who hold a full-time worker's post
     */
    private record Gathered(
            Set<String> covered,
            Set<String> headed,
            Set<String> staffed,
            List<SeatedOrganization> organizations,
            Set<String> workers) {

        long lacks() {
            return organizations.stream().filter(each -> !each.led()).count()
                    + organizations.stream().filter(each -> !each.seated()).count();
        }
    }

    Found read(String unit, UnitScope scope, LocalDate date) {
        return desk.transactions().read(tx -> {
            Gathered gathered = gather(tx, unit, scope, date);
            Map<String, String> grids = desk.namesOf(tx, scope, GRID, date);
            Blindspots blindspots = new Blindspots(
                    grids, gathered.covered(), gathered.headed(), gathered.staffed(), gathered.organizations());
            return new Found(grids.keySet(), gathered.workers(), blindspots.gaps());
        });
    }

    /** As many as {@link #read} finds gaps, without a look at each grid. */
    long count(String unit, UnitScope scope, LocalDate date) {
        return desk.transactions().read(tx -> {
            Gathered gathered = gather(tx, unit, scope, date);
            UnitScope below = UnitScope.of(List.of(CodeRange.subtree(unit)));
            return Blindspots.LACKS_OF_A_GRID * desk.countOf(tx, scope, GRID, date)
                    - grids(tx, gathered.covered(), below, scope, date)
                    - grids(tx, gathered.headed(), below, UnitScope.nowhere(), date)
                    - grids(tx, gathered.staffed(), below, UnitScope.nowhere(), date)
                    + gathered.lacks();
        });
    }

    /** How many grids of the unit are among the codes, or lie below one of them and in the scope. */
    private long grids(Tx tx, Set<String> codes, UnitScope below, UnitScope scope, LocalDate date) {
        Map<Boolean, Set<String>> found = desk.unitsAmong(codes, date).values().stream()
                .collect(Collectors.partitioningBy(
                        each -> each.level().equals(GRID), Collectors.mapping(UnitRef::code, Collectors.toSet())));
        Set<String> larger = scope.isEmpty() ? Set.of() : found.get(false);
        UnitScope whole = UnitScope.of(larger.stream().map(CodeRange::subtree).toList());
        return found.get(true).stream()
                        .filter(grid -> below.contains(grid) && !whole.contains(grid))
                        .count()
                + (larger.isEmpty()
                        ? 0
                        : desk.countOf(tx, desk.scopeOf(tx, larger, date).intersect(scope), GRID, date));
    }

    private Gathered gather(Tx tx, String unit, UnitScope scope, LocalDate date) {
        Words words = new VocabularyStore(tx.em()).words();
        List<Held> held =
                new PostStore(tx.em()).held(PostQuery.heldOn(date).in(scope).kinds(counted(words)));
        List<OrganizationStore.Brief> organizations = new OrganizationStore(tx)
                .brief(OrganizationQuery.of(Family.PARTY, date).seatedIn(scope));
        Set<String> covers = covers(tx, words, unit, scope, date);
        Set<String> fullTime = words.kindsWithDuty("full-time");
        Set<String> leads = words.kindsWithDuty("lead");
        Set<String> heads = at(held, "unit", leads);
        Set<String> staffed = at(held, "unit", fullTime);
        Set<String> led = at(held, Family.PARTY.code(), leads);
        Positions positions = new Positions(desk.units(), date);
        Set<String> codes = new HashSet<>(covers);
        codes.addAll(heads);
        codes.addAll(staffed);
        organizations.forEach(each -> codes.add(each.seat()));
        positions.add(codes);
        return new Gathered(
                positions.of(covers),
                positions.of(heads),
                positions.of(staffed),
                organizations.stream()
                        .map(each -> new SeatedOrganization(
                                each.code(),
                                each.name(),
                                each.seat(),
                                !positions.of(Set.of(each.seat())).isEmpty(),
                                led.contains(each.code()) || !hasLead(words, each.level())))
                        .toList(),
                people(held, fullTime));
    }

    private static Set<String> counted(Words words) {
        Set<String> kinds = new HashSet<>(words.kindsWithDuty("full-time"));
        kinds.addAll(words.kindsWithDuty("lead"));
        return kinds;
    }

    /** What branches cover in the unit, or above it. */
    private static Set<String> covers(Tx tx, Words words, String unit, UnitScope scope, LocalDate date) {
        Set<String> above = new HashSet<>();
        for (int length = 1; length < unit.length(); length++) {
            above.add(unit.substring(0, length));
        }
        return new OrganizationStore(tx)
                .covers(OrganizationQuery.of(Family.PARTY, date).levels(words.levelsFor(GRID)), scope, above);
    }

    private static boolean hasLead(Words words, String level) {
        return words.postKinds().values().stream()
                .filter(kind ->
                        kind.holder().equals(Family.PARTY.code()) && kind.duty().equals("lead"))
                .map(PostKind::places)
                .anyMatch(places -> places.isEmpty() || places.contains(level));
    }

    private static Set<String> at(List<Held> held, String holder, Set<String> kinds) {
        return held.stream()
                .filter(post -> post.holder().equals(holder) && kinds.contains(post.kind()))
                .map(Held::at)
                .collect(Collectors.toSet());
    }

    private static Set<String> people(List<Held> held, Set<String> kinds) {
        return held.stream()
                .filter(post -> kinds.contains(post.kind()))
                .map(Held::person)
                .collect(Collectors.toSet());
    }

    /** Where codes lead on the date: all at once, one by one only what has gone elsewhere. */
    private static final class Positions {

        private final UnitDirectory units;
        private final LocalDate date;
        private final Map<String, Set<String>> known = new HashMap<>();

        Positions(UnitDirectory units, LocalDate date) {
            this.units = units;
            this.date = date;
        }

        void add(Set<String> codes) {
            Map<String, UnitRef> resolved = units.resolve(codes, date);
            for (String code : codes) {
                UnitRef unit = resolved.get(code);
                known.put(code, unit != null && unit.code().equals(code) ? Set.of(code) : units.successors(code, date));
            }
        }

        Set<String> of(Set<String> codes) {
            return codes.stream().flatMap(code -> known.get(code).stream()).collect(Collectors.toSet());
        }
    }
}
