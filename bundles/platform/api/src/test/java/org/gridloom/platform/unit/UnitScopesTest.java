package org.gridloom.platform.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnitScopesTest {

    private static UnitScope scope(CodeRange... ranges) {
        return UnitScope.of(List.of(ranges));
    }

    @Test
    void plainSubtreesAreToldApartByTheirOwnLength() {
        UnitScopes scopes = new UnitScopes(Map.of(
                "210102001",
                scope(CodeRange.subtree("210102001")),
                "210102002",
                scope(CodeRange.subtree("210102002"))));

        assertThat(scopes.prefixLength()).isEqualTo(9);
        assertThat(scopes.unitOf("210102002")).contains("210102002");
        assertThat(scopes.unitOf("210102")).isEmpty();
        assertThat(scopes.unitOf("210102003")).isEmpty();
    }

    @Test
    void thePrefixDecidesAsTheWholeCodeDoesAfterMovesMergesAndSplits() {
        UnitScopes scopes = new UnitScopes(Map.of(
                "001", scope(CodeRange.subtree("001")).minus(CodeRange.subtree("001002")),
                "002", scope(CodeRange.subtree("002"), CodeRange.subtree("001002"), CodeRange.only("003")),
                "004", scope(CodeRange.subtree("004")).minus(CodeRange.only("004005"))));

        int length = scopes.prefixLength();
        for (String street : List.of("001", "002", "003", "004", "005")) {
            for (String grid : List.of("", "001", "002", "003", "005", "009")) {
                for (String house : List.of("", "0", "1", "001", "0019")) {
                    String code = street + (grid.isEmpty() ? "" : grid + house);
                    assertThat(scopes.unitOf(code.substring(0, Math.min(length, code.length()))))
                            .as(code)
                            .isEqualTo(scopes.unitOf(code));
                }
            }
        }
        assertThat(length).isLessThan(8);
    }

    @Test
    void noUnitsHaveNoCodes() {
        assertThat(new UnitScopes(Map.of()).prefixLength()).isEqualTo(1);
        assertThat(new UnitScopes(Map.of()).unitOf("1")).isEmpty();
    }
}
