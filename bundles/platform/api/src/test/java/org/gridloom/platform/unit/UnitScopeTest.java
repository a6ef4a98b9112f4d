package org.gridloom.platform.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class UnitScopeTest {

    private static final List<String> CODES = codes();

    @Test
    void aSubtreeHoldsTheUnitAndAllBelowButNoSibling() {
        UnitScope scope = UnitScope.of(List.of(CodeRange.subtree("210102009")));

        assertThat(scope.contains("210102009")).isTrue();
        assertThat(scope.contains("210102009999")).isTrue();
        assertThat(scope.contains("210102010")).isFalse();
        assertThat(scope.contains("210102")).isFalse();
        assertThat(scope.contains("2101")).isFalse();
    }

    @Test
    void everythingLiesBelowTheWhole() {
        assertThat(UnitScope.of(List.of(CodeRange.subtree(CodeRange.WHOLE)))).isEqualTo(UnitScope.everywhere());
    }

    @Test
    void aSingleCodeHoldsNoChild() {
        UnitScope scope = UnitScope.of(List.of(CodeRange.only("210102")));

        assertThat(scope.contains("210102")).isTrue();
        assertThat(scope.contains("210102001")).isFalse();
    }

    @Test
    void overlappingAndTouchingRangesBecomeOne() {
        UnitScope scope = UnitScope.of(List.of(
                new CodeRange("3", "5"), new CodeRange("1", "2"), new CodeRange("2", "3"), new CodeRange("4", "6")));

        assertThat(scope.ranges()).containsExactly(new CodeRange("1", "6"));
    }

    @RepeatedTest(50)
    void setOperationsAgreeWithSetsOfCodes(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        UnitScope a = randomScope(random);
        UnitScope b = randomScope(random);
        CodeRange hole = randomRange(random);

        for (String code : CODES) {
            assertThat(a.union(b).contains(code)).isEqualTo(a.contains(code) || b.contains(code));
            assertThat(a.intersect(b).contains(code)).isEqualTo(a.contains(code) && b.contains(code));
            assertThat(a.minus(hole).contains(code)).isEqualTo(a.contains(code) && !hole.contains(code));
        }
    }

    private static UnitScope randomScope(Random random) {
        return UnitScope.of(random.ints(random.nextInt(5), 0, 1)
                .mapToObj(ignored -> randomRange(random))
                .toList());
    }

    private static CodeRange randomRange(Random random) {
        String code = CODES.get(random.nextInt(CODES.size()));
        return random.nextBoolean() ? CodeRange.subtree(code) : CodeRange.only(code);
    }

    private static List<String> codes() {
        return IntStream.rangeClosed(1, 9)
                .boxed()
                .flatMap(street -> Stream.concat(
                        Stream.of("21010200" + street),
                        IntStream.rangeClosed(0, 10).mapToObj(n -> "21010200%d%03d".formatted(street, n))))
                .toList();
    }
}
