package org.gridloom.organization.internal.coverage;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridloom.organization.CoverageGap;
import org.gridloom.organization.PostKind;
import org.gridloom.organization.internal.Desk;
import org.gridloom.organization.internal.domain.Family;
import org.gridloom.organization.internal.domain.Words;
import org.gridloom.organization.internal.store.GapStore;
import org.gridloom.organization.internal.store.GapStore.Lacking;
import org.gridloom.organization.internal.store.VocabularyStore;
import org.gridloom.platform.tx.Tx;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitScope;

/**
 * The blind spots of a unit on a date. The database looks for them; what was written under codes that have gone
 * elsewhere is followed here, and is little: in a district whose codes never changed there is none.
 */
final class BlindSpots {

    static final String NO_BRANCH = "grid-without-branch";
    static final String NO_HEAD = "grid-without-head";
    static final String NO_WORKER = "grid-without-full-time-worker";
    static final String NO_LEAD = "organization-without-lead";
    static final String NO_SEAT = "organization-without-seat";

    static final List<String> KINDS = List.of(NO_BRANCH, NO_HEAD, NO_WORKER, NO_LEAD, NO_SEAT);
    static final String GRID = "grid";

    private final Tx tx;
    private final Desk desk;
    private final String unit;
    private final UnitScope scope;
    private final LocalDate date;
    private final Words words;
    private final GapStore store;
    private final Map<String, Lacking> known = new LinkedHashMap<>();

    BlindSpots(Tx tx, Desk desk, String unit, UnitScope scope, LocalDate date) {
        this.tx = tx;
        this.desk = desk;
        this.unit = unit;
        this.scope = scope;
        this.date = date;
        words = new VocabularyStore(tx.em()).words();
        store = new GapStore(tx.connection(), date);
    }

    long count(String kind) {
        return lacking(kind).count();
    }

    Map<String, Long> countByPrefix(String kind, int length) {
        return lacking(kind).countByPrefix(length);
    }

    /** A part of those of the kind, by stored code. */
    List<CoverageGap> part(String kind, int offset, int size) {
        return isOfGrids(kind) ? grids(kind, offset, size) : organizations(kind, offset, size);
    }

    private static boolean isOfGrids(String kind) {
        return KINDS.indexOf(kind) < KINDS.indexOf(NO_LEAD);
    }

    private List<CoverageGap> grids(String kind, int offset, int size) {
        List<String> stored = store.grids(lacking(kind), offset, size);
        return desk.unitsStored(tx, stored, date).stream()
                .map(grid -> new CoverageGap(kind, grid.code(), grid.code(), grid.name()))
                .toList();
    }

    private List<CoverageGap> organizations(String kind, int offset, int size) {
        return store.organizations(lacking(kind), offset, size).stream()
                .map(found -> new CoverageGap(kind, found.seat(), found.code(), found.name()))
                .toList();
    }

    private Lacking lacking(String kind) {
        return known.computeIfAbsent(kind, each -> switch (each) {
            case NO_BRANCH -> withoutBranch();
            case NO_HEAD -> withoutPost("lead");
            case NO_WORKER -> withoutPost("full-time");
            case NO_LEAD -> store.organizationsWithoutPost(scope, words.kindsWithDuty("lead"), levelsWithLead());
            case NO_SEAT -> store.organizationsSeated(scope, lostSeats());
            default -> throw new IllegalArgumentException(each);
        });
    }

    private Lacking withoutPost(String duty) {
        Set<String> kinds = words.kindsWithDuty(duty);
        return store.gridsWithoutPost(GRID, scope, kinds, followed(gaps -> gaps.postsElsewhere(scope, kinds)));
    }

    /** What covers a unit covers all below it. */
    private Lacking withoutBranch() {
        List<String> levels = words.levelsFor(GRID);
        int length = desk.codeLength(GRID);
        Set<String> larger = store.coversAbove(scope, levels, length);
        larger.addAll(store.coversAmong(above(), levels));
        UnitScope left = scope;
        for (CodeRange covered :
                desk.scopeOf(tx, Positions.of(desk.units(), larger, date), date).ranges()) {
            left = left.minus(covered);
        }
        return store.gridsWithoutCover(
                GRID, left, levels, followed(gaps -> gaps.coversElsewhere(scope, levels, length)));
    }

    private Set<String> above() {
        Set<String> above = new HashSet<>();
        for (int length = 1; length < unit.length(); length++) {
            above.add(unit.substring(0, length));
        }
        return above;
    }

    /** Stored codes of the units to which codes lead that no unit is stored under. */
    private Set<String> followed(Function<GapStore, Set<String>> codes) {
        return desk.hasChangedCodes(tx)
                ? desk.storedAt(tx, Positions.of(desk.units(), codes.apply(store), date), date)
                : Set.of();
    }

    private Set<String> lostSeats() {
        return Positions.byCode(desk.units(), store.seatsElsewhere(scope), date).entrySet().stream()
                .filter(seat -> seat.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Levels at which somebody leads. */
    private Set<String> levelsWithLead() {
        List<PostKind> leads = words.postKinds().values().stream()
                .filter(kind ->
                        kind.holder().equals(Family.PARTY.code()) && kind.duty().equals("lead"))
                .toList();
        return words.levels().keySet().stream()
                .filter(level -> leads.stream()
                        .anyMatch(
                                kind -> kind.places().isEmpty() || kind.places().contains(level)))
                .collect(Collectors.toSet());
    }
}
