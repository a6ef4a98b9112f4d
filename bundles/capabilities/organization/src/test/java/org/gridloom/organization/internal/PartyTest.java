package org.gridloom.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.gridloom.organization.OrganizationClosing;
import org.gridloom.organization.PartyNode;
import org.gridloom.organization.PartyOrganization;
import org.gridloom.organization.PartyOrganizationChange;
import org.gridloom.organization.PartyOrganizationDraft;
import org.gridloom.organization.PartyOrganizationFilter;
import org.gridloom.organization.PartyPermissions;
import org.gridloom.platform.figure.Figure;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.testkit.RecordedAudit;
import org.gridloom.platform.testkit.RecordedEvent;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PartyTest {

    private static final LocalDate BEFORE = LocalDate.of(2026, 5, 31);
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final LocalDate AFTER = LocalDate.of(2026, 6, 2);

    @RegisterExtension
    final TestDatabase database = TestDatabase.of("org.gridloom.organization", "org.gridloom.platform.states");

    private PartyDesk desk;

    @BeforeEach
    void aPartyOrganisation() {
        desk = new PartyDesk(database).withParty();
        database.clock().set(AFTER);
    }

    @Test
    void anOrganisationIsKeptAsItWasFounded() {
        assertThat(desk.party.get("ZB", null))
                .isEqualTo(new PartyOrganization(
                        "ZB",
                        "ZB组织",
                        "branch",
                        "branch",
                        "SQ",
                        PartyDesk.GRID,
                        List.of(PartyDesk.GRID),
                        PartyDesk.START,
                        null,
                        null,
                        1));
        assertThat(database.audit())
                .extracting(RecordedAudit::action)
                .contains("organization.party.founded")
                .last()
                .isEqualTo("organization.party.founded");
        assertThat(database.events())
                .extracting(RecordedEvent::aggregate)
                .contains("party/QW", "party/JD1", "party/SQ", "party/ZB");
    }

    @Test
    void aChangeOfNameSeatCoverageAndParentHoldsFromItsDay() {
        desk.found("SQ2", "community", "general-branch", "JD1", "210102001002");
        desk.party.change(
                "ZB",
                new PartyOrganizationChange(
                        "新名支部",
                        "joint-branch",
                        "SQ2",
                        "210102001002001",
                        List.of("210102001002001", "210102001002002"),
                        "调整",
                        DAY,
                        "批复"),
                1);

        PartyOrganization before = desk.party.get("ZB", BEFORE);
        PartyOrganization on = desk.party.get("ZB", DAY);
        assertThat(before.name()).isEqualTo("ZB组织");
        assertThat(before.seat()).isEqualTo(PartyDesk.GRID);
        assertThat(before.validTo()).isEqualTo(DAY);
        assertThat(on.name()).isEqualTo("新名支部");
        assertThat(on.parent()).isEqualTo("SQ2");
        assertThat(on.covers()).containsExactly("210102001002001", "210102001002002");
        assertThat(desk.party.get("ZB", AFTER)).isEqualTo(on);
        assertThat(desk.party.history("ZB")).containsExactly(before, on);
        assertThat(codes(new PartyOrganizationFilter(PartyDesk.COMMUNITY, "branch", null, null, null, BEFORE)))
                .containsExactly("ZB");
        assertThat(codes(new PartyOrganizationFilter(PartyDesk.COMMUNITY, "branch", null, null, null, DAY)))
                .isEmpty();
        assertThat(codes(new PartyOrganizationFilter(null, null, null, "210102001002002", null, AFTER)))
                .containsExactly("ZB");
        assertThat(codes(new PartyOrganizationFilter(null, null, null, "210102001002002", null, BEFORE)))
                .isEmpty();
    }

    @Test
    void aClosedOrganisationIsThereUntilItsDay() {
        desk.party.close("ZB", new OrganizationClosing(DAY, "撤并"), 1);

        assertThat(desk.party.get("ZB", BEFORE).validTo()).isEqualTo(DAY);
        assertRefused(Problem.Kind.NOT_FOUND, null, () -> desk.party.get("ZB", DAY));
        assertRefused(Problem.Kind.CONFLICT, null, () -> desk.party.change("ZB", change("再改", AFTER), 2));
        assertRefused(Problem.Kind.CONFLICT, null, () -> desk.found("ZB", "branch", "branch", "SQ", PartyDesk.GRID));
    }

    @Test
    void anOrganisationWithOthersBelowIsNotClosed() {
        assertRefused(Problem.Kind.CONFLICT, null, () -> desk.party.close("SQ", new OrganizationClosing(DAY, "撤并"), 1));
    }

    @Test
    void whatWasCannotBeChangedAnyMore() {
        desk.party.change("ZB", change("一", DAY), 1);

        assertRefused(Problem.Kind.INVALID, "on", () -> desk.party.change("ZB", change("二", BEFORE), 2));
        desk.party.change("ZB", change("三", DAY), 2);
        assertThat(desk.party.history("ZB")).extracting(PartyOrganization::name).containsExactly("ZB组织", "三");
    }

    @Test
    void aChangeOfAnOldVersionIsRefused() {
        desk.party.change("ZB", change("一", DAY), 1);

        assertRefused(Problem.Kind.CHANGED, null, () -> desk.party.change("ZB", change("二", AFTER), 1));
    }

    @Test
    void whatDoesNotFitIsRefusedByField() {
        assertRefused(Problem.Kind.INVALID, "level", () -> desk.found("X", "cell", "branch", "SQ", PartyDesk.GRID));
        assertRefused(Problem.Kind.INVALID, "type", () -> desk.found("X", "branch", "group", "SQ", PartyDesk.GRID));
        assertRefused(Problem.Kind.INVALID, "parent", () -> desk.found("X", "branch", "branch", null, PartyDesk.GRID));
        assertRefused(Problem.Kind.INVALID, "parent", () -> desk.found("X", "branch", "branch", "ZB", PartyDesk.GRID));
        assertRefused(
                Problem.Kind.INVALID,
                "parent",
                () -> desk.found("X", "committee", "district-committee", "QW", PartyDesk.DISTRICT));
        assertRefused(Problem.Kind.INVALID, "seat", () -> desk.found("X", "branch", "branch", "SQ", "210102009"));
        assertRefused(
                Problem.Kind.INVALID,
                "covers",
                () -> desk.found("X", "branch", "branch", "SQ", PartyDesk.GRID, PartyDesk.GRID, PartyDesk.GRID2));
        assertRefused(
                Problem.Kind.INVALID,
                "code",
                () -> desk.party.create(new PartyOrganizationDraft(
                        "", "名", "branch", "branch", "SQ", PartyDesk.GRID, null, null, null)));
    }

    @Test
    void aJointBranchCoversSeveralGrids() {
        desk.found("LH", "branch", "joint-branch", "SQ", PartyDesk.GRID, PartyDesk.GRID, PartyDesk.GRID2);

        assertThat(desk.party.get("LH", null).covers()).containsExactly(PartyDesk.GRID, PartyDesk.GRID2);
        assertThat(codes(new PartyOrganizationFilter(null, null, null, PartyDesk.GRID2, null, null)))
                .containsExactly("LH");
    }

    @Test
    void theTreeShowsParentsBeforeTheirChildren() {
        assertThat(desk.party.tree(null, 10, null))
                .extracting(node -> node.depth() + node.organization().code())
                .containsExactly("0QW", "1JD1", "2SQ", "3ZB", "1JD2");
        assertThat(desk.party.tree("JD1", 1, null))
                .extracting(PartyNode::organization)
                .extracting(PartyOrganization::code)
                .containsExactly("JD1", "SQ");
        assertThat(desk.party.ancestors("ZB", null))
                .extracting(PartyOrganization::code)
                .containsExactly("QW", "JD1", "SQ");
    }

    @Test
    void eachCallerSeesAndChangesOnlyTheirOwnUnits() {
        signIn("first", PartyDesk.STREET);
        assertThat(codes(all())).containsExactly("JD1", "SQ", "ZB");
        assertThat(desk.party.tree(null, 10, null)).hasSize(3);
        assertThat(desk.party.ancestors("ZB", null))
                .extracting(PartyOrganization::code)
                .containsExactly("JD1", "SQ");
        assertRefused(Problem.Kind.FORBIDDEN, null, () -> desk.party.get("JD2", null));
        assertRefused(Problem.Kind.FORBIDDEN, null, () -> desk.party.change("JD2", change("夺", DAY), 1));
        assertRefused(Problem.Kind.FORBIDDEN, null, () -> desk.found("X", "branch", "branch", "SQ", "210102002001001"));
        assertRefused(
                Problem.Kind.FORBIDDEN,
                null,
                () -> desk.found("X", "branch", "joint-branch", "SQ", PartyDesk.GRID, "210102002001001"));
        assertRefused(Problem.Kind.FORBIDDEN, null, () -> desk.found("X", "branch", "branch", "JD2", PartyDesk.GRID));
        assertThat(desk.party.change("JD1", change("改名", DAY), 1).name()).isEqualTo("改名");

        signIn("second", "210102002");
        assertThat(codes(all())).containsExactly("JD2");
        assertRefused(Problem.Kind.FORBIDDEN, null, () -> desk.party.get("ZB", null));
    }

    @Test
    void anOrganisationStaysInTheScopeOfItsUnitAfterAMove() {
        desk.territory.move(PartyDesk.COMMUNITY, "210102002", DAY);

        assertThat(codes(new PartyOrganizationFilter(PartyDesk.STREET, null, null, null, null, BEFORE)))
                .containsExactly("JD1", "SQ", "ZB");
        assertThat(codes(new PartyOrganizationFilter(PartyDesk.STREET, null, null, null, null, DAY)))
                .containsExactly("JD1");
        assertThat(codes(new PartyOrganizationFilter("210102002", null, null, null, null, DAY)))
                .containsExactly("JD2", "SQ", "ZB");
    }

    @Test
    void figuresAreWhatTheirDrillDownListsAndStreetsSumToTheDistrict() {
        String[] codes = {"organization.streets", "organization.communities", "organization.branches"};
        Map<String, Number> district = values(PartyDesk.DISTRICT, codes);
        assertThat(district)
                .isEqualTo(Map.of(
                        "organization.streets", 2L, "organization.communities", 1L, "organization.branches", 1L));
        for (String code : codes) {
            long streets = Arrays.stream(new String[] {PartyDesk.STREET, "210102002"})
                    .mapToLong(street -> values(street, codes).get(code).longValue())
                    .sum();
            assertThat(streets).isEqualTo(district.get(code).longValue());
        }
        Figure branches = desk.partyFigures
                .figures(desk.figures(PartyDesk.DISTRICT, DAY, "organization.branches"))
                .get(0);
        assertThat(branches.drillDown())
                .isEqualTo("organization/party-organizations?unit=210102&level=branch&asOf=2026-06-01");
        assertThat(desk.party
                        .list(
                                new PartyOrganizationFilter(PartyDesk.DISTRICT, "branch", null, null, null, DAY),
                                PageQuery.first())
                        .total())
                .isEqualTo(branches.value());
    }

    private Map<String, Number> values(String unit, String... codes) {
        return desk.partyFigures.figures(desk.figures(unit, DAY, codes)).stream()
                .collect(java.util.stream.Collectors.toMap(Figure::code, Figure::value));
    }

    private void signIn(String account, String unit) {
        UnitScope scope = UnitScope.of(List.of(CodeRange.subtree(unit)));
        database.access()
                .signIn(account, Map.of(PartyPermissions.PARTY_READ, scope, PartyPermissions.PARTY_EDIT, scope));
    }

    private static PartyOrganizationFilter all() {
        return new PartyOrganizationFilter(null, null, null, null, null, null);
    }

    private List<String> codes(PartyOrganizationFilter filter) {
        return desk.party.list(filter, PageQuery.first()).items().stream()
                .map(PartyOrganization::code)
                .toList();
    }

    private static PartyOrganizationChange change(String name, LocalDate on) {
        return new PartyOrganizationChange(name, null, null, null, null, null, on, null);
    }

    private static void assertRefused(
            Problem.Kind kind, String field, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo(kind))
                .satisfies(problem -> {
                    if (field != null) {
                        assertThat(problem.violations())
                                .extracting(Violation::field)
                                .contains(field);
                    }
                });
    }
}
