package org.gridloom.organization.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gridloom.organization.UnitSuccession.Kind;
import org.gridloom.organization.internal.domain.Succession.Step;

/** The succession against a model that keeps a whole tree for each day. */
class SuccessionTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    /** What to try next; the numbers choose among the units there are. */
    record Move(int kind, int a, int b, int days) {}

    @Provide
    Arbitrary<List<Move>> histories() {
        Arbitrary<Integer> choice = Arbitraries.integers().between(0, 1000);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        choice,
                        choice,
                        Arbitraries.integers().between(0, 2))
                .as(Move::new)
                .list()
                .ofMaxSize(40);
    }

    @Property(tries = 300)
    void positionsFollowEveryUnitThroughEveryDay(@ForAll("histories") List<Move> history) {
        TreeModel model = TreeModel.after(history);

        model.days.forEach((day, units) -> units.forEach((stored, code) ->
                assertThat(model.succession().position(stored, day)).isEqualTo(code)));
    }

    @Property(tries = 300)
    void theScopeHoldsExactlyWhatIsPositionedAtOrBelow(@ForAll("histories") List<Move> history) {
        TreeModel model = TreeModel.after(history);
        Succession succession = model.succession();

        for (LocalDate day : model.days.keySet()) {
            for (String code : model.days.get(day).values()) {
                Set<String> positioned = model.everStored.stream()
                        .filter(stored -> succession.position(stored, day).startsWith(code))
                        .collect(Collectors.toCollection(TreeSet::new));
                assertThat(model.everStored.stream().filter(succession.scope(code, day)::contains))
                        .containsExactlyInAnyOrderElementsOf(positioned);
            }
        }
    }

    @Property(tries = 300)
    void aCodeLeadsBackToTheUnitThatBearsIt(@ForAll("histories") List<Move> history) {
        TreeModel model = TreeModel.after(history);

        model.days.forEach((day, units) ->
                units.forEach((stored, code) -> assertThat(model.succession().origins(code, day))
                        .contains(stored)
                        .filteredOn(units::containsKey)
                        .containsExactly(stored)));
    }

    @Property(tries = 300)
    void theUnitsBelowAddUpToTheUnit(@ForAll("histories") List<Move> history) {
        TreeModel model = TreeModel.after(history);
        Succession succession = model.succession();

        model.days.forEach((day, units) -> units.values().stream()
                .filter(code -> code.length() < TreeModel.LENGTHS.get(2))
                .forEach(code -> {
                    long within = inScope(succession, code, day, units.keySet());
                    long below = units.values().stream()
                            .filter(child -> child.length() == code.length() + 2 && child.startsWith(code))
                            .mapToLong(child -> inScope(succession, child, day, units.keySet()))
                            .sum();
                    assertThat(within).isEqualTo(below + 1);
                }));
    }

    private static long inScope(Succession succession, String code, LocalDate day, Set<String> stored) {
        return stored.stream().filter(succession.scope(code, day)::contains).count();
    }

    @Property(tries = 300)
    void noCodeIsEverBorneByTwoUnits(@ForAll("histories") List<Move> history) {
        TreeModel model = TreeModel.after(history);
        Map<String, String> bearers = new TreeMap<>();

        model.days
                .values()
                .forEach(units -> units.forEach((stored, code) -> assertThat(bearers.merge(
                                code, stored, (former, now) -> former.equals(now) ? now : former + "&" + now))
                        .isEqualTo(stored)));
    }

    @Property(tries = 300)
    void successorsAreTheUnitsThatTookOver(@ForAll("histories") List<Move> history) {
        TreeModel model = TreeModel.after(history);
        LocalDate last = model.days.lastKey();

        model.heirs.forEach((code, heirs) -> assertThat(
                        model.succession().successors(code, last).stream().filter(model.days.get(last)::containsValue))
                .containsExactlyInAnyOrderElementsOf(heirs));
    }

    @Example
    void aMoveIsOneStepHoweverManyUnitsLieBelow() {
        Succession succession = new Succession(List.of(new Step(1, Kind.MOVE, "1001", "1102", START)));

        assertThat(succession.position("100199", START)).isEqualTo("110299");
        assertThat(succession.position("100199", START.minusDays(1))).isEqualTo("100199");
        assertThat(succession.scope("10", START).contains("100199")).isFalse();
        assertThat(succession.scope("11", START).contains("100199")).isTrue();
        assertThat(succession.scope("10", START.minusDays(1)).contains("100199"))
                .isTrue();
        assertThat(succession.scope("11", START).ranges()).hasSize(2);
    }

    @Example
    void stepsOfOneDayApplyInTheOrderTheyWereRecorded() {
        Succession succession = new Succession(
                List.of(new Step(2, Kind.MOVE, "1102", "1203", START), new Step(1, Kind.MOVE, "1001", "1102", START)));

        assertThat(succession.position("100105", START)).isEqualTo("120305");
    }
}
