package org.gridloom.organization.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.gridloom.organization.UnitKind;
import org.gridloom.organization.UnitLevel;
import org.junit.jupiter.api.Test;

class CodeLayoutTest {

    private static final List<String> LEVELS =
            List.of("district:6:区:District", "street:3:街道:Street", "community:3:社区:C");
    private static final List<String> KINDS =
            List.of("community:community:社区:Community:001-199,300-999", "community:village:村:Village:200-299");

    private final CodeLayout layout = CodeLayout.of(LEVELS, KINDS);

    @Test
    void aCodeTellsItsLevelParentAndKind() {
        assertThat(layout.levelOf("210102001201")).map(UnitLevel::code).contains("community");
        assertThat(layout.parentOf("210102001201")).isEqualTo("210102001");
        assertThat(layout.parentOf("210102")).isNull();
        assertThat(layout.ancestorsOf("210102001201")).containsExactly("210102", "210102001");
        assertThat(layout.kindOf("210102001201")).map(UnitKind::code).contains("village");
        assertThat(layout.levelOf("2101020")).isEmpty();
        assertThat(layout.levelOf("21010A")).isEmpty();
    }

    @Test
    void theNextFreeCodeComesAfterTheHighestOfItsKindAndOnlyThenFillsGaps() {
        UnitLevel community = layout.level("community").orElseThrow();
        assertThat(layout.nextFree("210102001", community, "community", Set.of("210102001007", "210102001205")))
                .contains("210102001008");
        assertThat(layout.nextFree("210102001", community, "village", Set.of("210102001007")))
                .contains("210102001200");
        assertThat(layout.nextFree("210102001", community, "village", Set.of("210102001299")))
                .contains("210102001200");
        assertThat(layout.nextFree("210102001", community, "community", Set.of("210102001199")))
                .contains("210102001300");
    }

    @Test
    void aRootWithoutDigitsStandsAboveCodesOfAnyBeginning() {
        CodeLayout country = CodeLayout.of(
                List.of("country:0:国家:Country", "province:2:省级:Province", "city:2:地级:Prefecture"), List.of());

        assertThat(country.levelOf("0")).contains(country.root());
        assertThat(country.levelOf("2")).isEmpty();
        assertThat(country.parentOf("0")).isNull();
        assertThat(country.parentOf("21")).isEqualTo("0");
        assertThat(country.parentOf("2101")).isEqualTo("21");
        assertThat(country.ancestorsOf("2101")).containsExactly("0", "21");
        assertThat(country.prefix("0")).isEmpty();
        assertThat(country.prefix("21")).isEqualTo("21");
        assertThat(country.nextFree("0", country.levels().get(1), null, Set.of("21")))
                .contains("22");
        assertThat(layout.prefix("210102")).isEqualTo("210102");
    }

    @Test
    void aLayoutThatMakesNoSenseIsRefusedWithTheEntry() {
        assertRefused(List.of("district:6:区"), List.of(), "must have 4 parts");
        assertRefused(List.of("district:x:区:District"), List.of(), "0 to 9 digits");
        assertRefused(List.of("district:6:区:A", "street:0:街道:B"), List.of(), "1 to 9 digits");
        assertRefused(List.of("country:0:国:A", "province:1:省:B"), List.of(), "2 digits or more");
        assertRefused(List.of("district:6:区:A", "district:3:区:B"), List.of(), "name of its own");
        assertRefused(LEVELS, List.of("grid:basic:基础:Basic:001-999"), "no such level");
        assertRefused(LEVELS, List.of("community:village:村:Village:20-29"), "3 digits");
        assertRefused(LEVELS, List.of("community:village:村:Village:299-200"), "ascending");
        assertRefused(List.of(), List.of(), "at least one");
        assertRefused(
                List.of("a:9:a:a", "b:9:b:b", "c:9:c:c", "d:9:d:d", "e:9:e:e"),
                List.of(),
                "may have 40 digits, not 45");
    }

    private static void assertRefused(List<String> levels, List<String> kinds, String message) {
        assertThatThrownBy(() -> CodeLayout.of(levels, kinds))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
