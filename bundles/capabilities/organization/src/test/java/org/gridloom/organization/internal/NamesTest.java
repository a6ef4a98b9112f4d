package org.gridloom.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gridloom.organization.OrganizationClosing;
import org.gridloom.organization.PartyOrganizationChange;
import org.gridloom.organization.PartyPermissions;
import org.gridloom.organization.TerritoryPermissions;
import org.gridloom.organization.internal.domain.Family;
import org.gridloom.organization.internal.register.Names;
import org.gridloom.organization.internal.register.Names.Name;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NamesTest {

    private static final LocalDate BEFORE = LocalDate.of(2026, 5, 31);
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    @RegisterExtension
    final TestDatabase database = TestDatabase.of("org.gridloom.organization", "org.gridloom.platform.states");

    private PartyDesk desk;
    private Names names;

    @BeforeEach
    void aDistrictWithItsParty() {
        desk = new PartyDesk(database).withParty();
        database.clock().set(DAY);
        names = new Names(desk.desk);
    }

    @Test
    void codesOfUnitsAndOrganizationsAreNamedTogether() {
        assertThat(names.of(Set.of(PartyDesk.STREET, "999"), party("ZB", "none"), null))
                .containsExactly(
                        new Name("party", "ZB", "ZB", "ZB组织"),
                        new Name("unit", PartyDesk.STREET, PartyDesk.STREET, "第001街道"));
    }

    @Test
    void aFormerCodeLeadsToWhatTheUnitBearsOnTheDate() {
        desk.territory.move(PartyDesk.GRID, "210102001002", DAY);

        assertThat(unit(PartyDesk.GRID, BEFORE)).extracting(Name::code).containsExactly(PartyDesk.GRID);
        assertThat(unit(PartyDesk.GRID, DAY)).extracting(Name::code).containsExactly("210102001002003");
    }

    @Test
    void aUnitThatEndedIsNotNamedAfterWhatItLayIn() {
        desk.territory.close(PartyDesk.GRID2, DAY, false);

        assertThat(unit(PartyDesk.GRID2, BEFORE)).hasSize(1);
        assertThat(unit(PartyDesk.GRID2, DAY)).isEmpty();
    }

    @Test
    void anOrganizationIsNamedAsOnTheDateOrAsItLastWas() {
        long version = desk.party
                .change("ZB", new PartyOrganizationChange("第一党支部", null, null, null, null, null, DAY, null), 1)
                .version();
        desk.party.close("ZB", new OrganizationClosing(DAY.plusDays(1), "并入"), version);

        assertThat(names.of(Set.of(), party("ZB"), BEFORE))
                .extracting(Name::name)
                .containsExactly("ZB组织");
        assertThat(names.of(Set.of(), party("ZB"), DAY)).extracting(Name::name).containsExactly("第一党支部");
        assertThat(names.of(Set.of(), party("ZB"), DAY.plusDays(2)))
                .extracting(Name::name)
                .containsExactly("第一党支部");
    }

    @Test
    void whatLiesElsewhereIsNotNamed() {
        UnitScope other = UnitScope.of(List.of(CodeRange.subtree("210102002")));
        database.access()
                .signIn("other", Map.of(PartyPermissions.PARTY_READ, other, TerritoryPermissions.UNIT_READ, other));

        assertThat(names.of(Set.of(PartyDesk.STREET, "210102002"), party("JD1", "JD2"), null))
                .extracting(Name::asked)
                .containsExactly("JD2", "210102002");
    }

    @Test
    void tooManyAtOnceAreRefused() {
        Set<String> many = IntStream.range(0, 501).mapToObj(Integer::toString).collect(Collectors.toSet());

        assertThatThrownBy(() -> names.of(many, Map.of(), null))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.INVALID));
    }

    private List<Name> unit(String code, LocalDate asOf) {
        return names.of(Set.of(code), Map.of(), asOf);
    }

    private static Map<Family, Set<String>> party(String... codes) {
        return Map.of(Family.PARTY, Set.of(codes));
    }
}
