package org.gridloom.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.api.ObjectAssert;
import org.assertj.core.groups.Tuple;
import org.gridloom.organization.BoundaryDraft;
import org.gridloom.organization.OutsideOrganizationDraft;
import org.gridloom.organization.PostFilter;
import org.gridloom.organization.Restructured;
import org.gridloom.organization.UnitClose;
import org.gridloom.organization.UnitMerge;
import org.gridloom.organization.UnitMove;
import org.gridloom.organization.UnitSplit;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.Consequence;
import org.gridloom.platform.unit.PlannedRestructuring;
import org.gridloom.platform.unit.UnitScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConsequencesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final String TRIANGLE =
            "{\"type\":\"Polygon\",\"coordinates\":[[[123.4,41.7],[123.5,41.7],[123.5,41.8],[123.4,41.7]]]}";

    @RegisterExtension
    final TestDatabase database = TestDatabase.of("org.gridloom.organization", "org.gridloom.platform.states");

    private PartyDesk desk;
    private TerritoryDesk territory;

    @BeforeEach
    void aCommunityWithRecords() {
        desk = new PartyDesk(database).withParty();
        database.clock().set(DAY);
        territory = desk.territory;
        territory.consequences.sources = List.of(new RecordConsequences(desk.desk));
        desk.person("R1", "王淑兰", PartyDesk.COMMUNITY);
        desk.appoint("R1", "branch-secretary", "ZB", PartyDesk.START, null);
        desk.appoint("R1", "grid-head", PartyDesk.GRID, PartyDesk.START, null);
        desk.appoint("R1", "full-time-worker", PartyDesk.GRID2, PartyDesk.START, LocalDate.of(2026, 5, 1));
        desk.outside.create(new OutsideOrganizationDraft(
                "WY", "物业公司", "property-company", PartyDesk.COMMUNITY, List.of(), PartyDesk.START, null));
        for (String unit : List.of(PartyDesk.COMMUNITY, PartyDesk.GRID, "210102002001")) {
            territory.editing.draw(unit, new BoundaryDraft(TRIANGLE, DAY, null), territory.version(unit, DAY));
        }
    }

    private static AbstractListAssert<?, List<? extends Tuple>, Tuple, ObjectAssert<Tuple>> assertConsequences(
            Restructured preview) {
        return assertThat(preview.consequences())
                .extracting(Consequence::count, each -> each.text().en(), Consequence::drillDown);
    }

    private Restructured move() {
        return territory.restructuring.move(
                PartyDesk.COMMUNITY,
                new UnitMove("210102002", null, DAY, null, null),
                territory.version(PartyDesk.COMMUNITY, DAY),
                true);
    }

    @Test
    void aPreviewOfAMoveTellsWhatGoesAlongAndWhereToSeeIt() {
        assertConsequences(move())
                .containsExactly(
                        tuple(
                                2L,
                                "party organisations, which go along with the unit",
                                "organization/party-organizations?unit=210102001001&asOf=2026-06-01"),
                        tuple(
                                1L,
                                "outside organisations, which go along with the unit",
                                "organization/outside-organizations?unit=210102001001&asOf=2026-06-01"),
                        tuple(
                                2L,
                                "posts that are held, which go along with the unit",
                                "organization/posts?unit=210102001001&asOf=2026-06-01"),
                        tuple(2L, "boundaries, which stay; check those of both parents", null));
        PostFilter shown = new PostFilter(PartyDesk.COMMUNITY, null, null, null, null, DAY, false);
        assertThat(desk.posts.list(shown, PageQuery.first()).total()).isEqualTo(2);
    }

    @Test
    void aPreviewOfAMergeCountsWhatLiesInAllOfItsUnits() {
        Restructured preview = territory.restructuring.merge(
                PartyDesk.COMMUNITY,
                new UnitMerge(List.of("210102002001"), "210102001", null, "合并社区", DAY, null, null),
                territory.version(PartyDesk.COMMUNITY, DAY),
                true);

        assertConsequences(preview)
                .contains(tuple(3L, "boundaries; that of the merged unit has to be drawn", null))
                .contains(tuple(2L, "posts that are held, which then count for the merged unit", null));
    }

    @Test
    void aPreviewOfASplitTellsOnlyOfWhatLiesInTheUnitItself() {
        Restructured preview = territory.restructuring.split(
                PartyDesk.COMMUNITY,
                new UnitSplit(
                        List.of(
                                new UnitSplit.Part(null, "东社区", List.of(PartyDesk.GRID)),
                                new UnitSplit.Part(null, "西社区", List.of(PartyDesk.GRID2))),
                        DAY,
                        null,
                        null),
                territory.version(PartyDesk.COMMUNITY, DAY),
                true);

        assertThat(preview.consequences()).extracting(Consequence::count).containsExactly(1L, 1L, 1L);
        assertThat(preview.consequences()).extracting(Consequence::drillDown).containsOnlyNulls();
    }

    @Test
    void aPreviewOfClosingSaysWhatIsLeftWithoutAUnit() {
        Restructured preview = territory.restructuring.close(
                PartyDesk.COMMUNITY,
                new UnitClose(DAY, true, null, null),
                territory.version(PartyDesk.COMMUNITY, DAY),
                true);

        assertThat(preview.consequences().get(0).text().zh()).isEqualTo("个党组织,所在单元不复存在,须另行安排");
    }

    @Test
    void bundlesAreAskedWithTheCodesThatRecordsWereWrittenUnder() {
        List<PlannedRestructuring> asked = new ArrayList<>();
        territory.consequences.sources = List.of(planned -> {
            asked.add(planned);
            return List.of();
        });
        territory.move(PartyDesk.GRID, "210102002001", DAY);

        territory.restructuring.close(
                "210102002001", new UnitClose(DAY, true, null, null), territory.version("210102002001", DAY), true);

        assertThat(asked)
                .containsExactly(new PlannedRestructuring(
                        PlannedRestructuring.Kind.CLOSE,
                        Set.of("210102002001"),
                        4,
                        null,
                        UnitScope.of(List.of(CodeRange.subtree(PartyDesk.GRID), CodeRange.subtree("210102002001"))),
                        DAY));
    }

    @Test
    void oneThatFailsTakesNoOtherWithItAndWhatIsDoneIsNotForetold() {
        territory.consequences.sources = List.of(
                planned -> {
                    throw new IllegalStateException();
                },
                planned -> List.of(
                        new Consequence(Text.of("处", "places"), 3, null),
                        new Consequence(Text.of("无", "none"), 0, null)));

        assertConsequences(move()).containsExactly(tuple(3L, "places", null));
        assertThat(territory.move(PartyDesk.COMMUNITY, "210102002", DAY).consequences())
                .isEmpty();
    }
}
