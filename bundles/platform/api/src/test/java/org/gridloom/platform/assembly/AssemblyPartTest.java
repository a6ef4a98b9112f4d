package org.gridloom.platform.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.text.Text;
import org.junit.jupiter.api.Test;

class AssemblyPartTest {

    @Test
    void allFaultsAreFoundAtOnceEachWithItsPath() {
        AssemblyPart part = AssemblyPart.of(
                "shops", Map.of("a", Map.of("open", "maybe", "colour", "red", "goods", "tea"), "b", "none"));

        AssemblyPart shop = part.find("a").orElseThrow();
        shop.entries("open", "goods", "name");
        shop.find("open").ifPresent(AssemblyPart::yes);
        assertThat(shop.find("goods").map(AssemblyPart::texts)).contains(List.of("tea"));
        assertThat(shop.needed("name")).isEmpty();
        assertThat(shop.optional("note")).isNull();
        assertThat(part.find("b").orElseThrow().entries()).isEmpty();
        part.absent(Text.of("没有", "not here"));

        assertThat(part.faults())
                .extracting(Violation::field, fault -> fault.message().en())
                .containsExactly(
                        tuple("shops/a/colour", "There is no such key; there are: open, goods, name"),
                        tuple("shops/a/open", "Must be true or false"),
                        tuple("shops/a", "Lacks name"),
                        tuple("shops/b", "Must be a map of keys and values"));
        assertThat(part.absences()).extracting(Violation::field).containsExactly("shops");
    }

    @Test
    void anEmptyValueIsAnEmptyMapAndAnEmptyList() {
        AssemblyPart part = AssemblyPart.of("shops", "");

        assertThat(part.entries()).isEmpty();
        assertThat(part.items()).isEmpty();
        assertThat(part.faults()).isEmpty();
    }

    @Test
    void whatIsRefusedWhenItIsAppliedBearsItsPath() {
        assertThatThrownBy(() -> AssemblyPart.at("shops/a", () -> {
                    throw Problem.invalid("name", Text.of("太长", "Is too long"));
                }))
                .isInstanceOfSatisfying(
                        Problem.class,
                        refused -> assertThat(refused.violations())
                                .extracting(Violation::field)
                                .containsExactly("shops/a/name"));
        assertThatThrownBy(() -> AssemblyPart.at("shops/a", () -> {
                    throw Problem.conflict(Text.of("在用", "Is in use"));
                }))
                .isInstanceOfSatisfying(Problem.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(Problem.Kind.CONFLICT);
                    assertThat(refused.violations())
                            .extracting(
                                    Violation::field, fault -> fault.message().en())
                            .containsExactly(tuple("shops/a", "Is in use"));
                });
    }
}
