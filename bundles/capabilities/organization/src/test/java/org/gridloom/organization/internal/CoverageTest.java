package org.gridloom.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gridloom.organization.CoverageGap;
import org.gridloom.organization.CoverageReport;
import org.gridloom.organization.PartyOrganizationDraft;
import org.gridloom.organization.UnitSplit;
import org.gridloom.platform.figure.Figure;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.testkit.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CoverageTest {

    private static final LocalDate BEFORE = LocalDate.of(2026, 5, 31);
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    @RegisterExtension
    final TestDatabase database = TestDatabase.of("org.gridloom.organization", "org.gridloom.platform.states");

    private PartyDesk desk;

    @BeforeEach
    void aPartlyCoveredCommunity() {
        desk = new PartyDesk(database).withParty();
        database.clock().set(DAY);
        desk.person("R1", "王淑兰", PartyDesk.COMMUNITY);
        desk.appoint("R1", "branch-secretary", "ZB", PartyDesk.START, null);
        desk.appoint("R1", "grid-head", PartyDesk.GRID, PartyDesk.START, null);
        desk.appoint("R1", "full-time-worker", PartyDesk.GRID, PartyDesk.START, null);
    }

    @Test
    void whatLacksABranchAHeadOrAWorkerIsABlindSpot() {
        CoverageReport report = desk.coverage.report(PartyDesk.COMMUNITY, DAY);

        assertThat(report.grids()).isEqualTo(2);
        assertThat(report.fullTimeWorkers()).isOne();
        assertThat(report.gridsPerWorker()).isEqualByComparingTo("2");
        assertThat(report.gaps())
                .containsEntry("grid-without-branch", 1)
                .containsEntry("grid-without-head", 1)
                .containsEntry("grid-without-full-time-worker", 1)
                .containsEntry("organization-without-lead", 1)
                .containsEntry("organization-without-seat", 0);
        assertThat(gaps(PartyDesk.COMMUNITY, DAY))
                .extracting(CoverageGap::code)
                .containsExactly(PartyDesk.GRID2, PartyDesk.GRID2, PartyDesk.GRID2, "SQ");
    }

    @Test
    void theFigureIsWhatItsDrillDownListsAndFitsBelow() {
        Figure figure = desk.coverageFigures
                .figures(desk.figures(PartyDesk.DISTRICT, DAY, "organization.blindSpots"))
                .get(0);

        assertThat(figure.value().intValue())
                .isEqualTo(gaps(PartyDesk.DISTRICT, DAY).size());
        assertThat(figure.drillDown()).isEqualTo("organization/coverage/gaps?unit=210102&asOf=2026-06-01");
        assertThat(desk.coverage.report(PartyDesk.GRID, DAY).gaps().values()).containsOnly(0);
    }

    @Test
    void aBranchThatCoversTheWholeCommunityCoversItsGrids() {
        desk.found("LH", "branch", "joint-branch", "SQ", PartyDesk.GRID, PartyDesk.COMMUNITY);

        assertThat(desk.coverage.report(PartyDesk.GRID2, DAY).gaps()).containsEntry("grid-without-branch", 0);
    }

    @Test
    void coverageFollowsAMoveAndASplitOfItsGrid() {
        desk.territory.move(PartyDesk.GRID, "210102002001", DAY);

        assertThat(desk.coverage.report(PartyDesk.STREET, BEFORE).fullTimeWorkers())
                .isOne();
        assertThat(desk.coverage.report(PartyDesk.STREET, DAY).fullTimeWorkers())
                .isZero();
        CoverageReport there = desk.coverage.report("210102002001", DAY);
        assertThat(there.fullTimeWorkers()).isOne();
        assertThat(there.grids()).isEqualTo(3);
        assertThat(there.gaps()).containsEntry("grid-without-branch", 2).containsEntry("grid-without-head", 2);
    }

    @Test
    void bothPartsOfASplitGridStayCovered() {
        desk.territory.split(
                PartyDesk.GRID,
                DAY,
                new UnitSplit.Part(null, "东网格", List.of()),
                new UnitSplit.Part(null, "西网格", List.of()));

        assertThat(desk.coverage.report(PartyDesk.COMMUNITY, DAY).grids()).isEqualTo(3);
        assertThat(desk.coverage.report(PartyDesk.COMMUNITY, DAY).gaps())
                .containsEntry("grid-without-branch", 1)
                .containsEntry("organization-without-seat", 0);
    }

    @Test
    void anOrganisationWhoseUnitWasClosedHasNoSeat() {
        desk.territory.close(PartyDesk.GRID, DAY, false);

        assertThat(gaps(PartyDesk.COMMUNITY, DAY))
                .filteredOn(gap -> gap.kind().equals("organization-without-seat"))
                .extracting(CoverageGap::code)
                .containsExactly("ZB");
    }

    @Test
    void pagesOfOneListHaveEveryBlindSpotOnce() {
        List<CoverageGap> all = gaps(PartyDesk.DISTRICT, DAY);

        List<CoverageGap> paged = new ArrayList<>();
        for (int page = 0; page * 4 < all.size(); page++) {
            Page<CoverageGap> part =
                    desk.coverage.gaps(PartyDesk.DISTRICT, null, DAY, new PageQuery(page, 4, List.of()));
            assertThat(part.total()).isEqualTo(all.size());
            paged.addAll(part.items());
        }

        assertThat(all).hasSize(7 * 3 + 4).doesNotHaveDuplicates();
        assertThat(paged).isEqualTo(all);
        assertThat(desk.coverage.gaps(PartyDesk.DISTRICT, "grid-without-head", DAY, new PageQuery(1, 5, List.of())))
                .satisfies(part -> assertThat(part.total()).isEqualTo(7))
                .satisfies(part -> assertThat(part.items()).hasSize(2));
    }

    @Test
    void whatWasWrittenUnderAMergedOrALaterCodeCountsWhereItHasGone() {
        desk.territory.move(PartyDesk.GRID2, "210102002001", DAY);
        String moved = desk.territory
                .directory
                .successors(PartyDesk.GRID2, DAY)
                .iterator()
                .next();
        desk.appoint("R1", "grid-head", moved, DAY, null);
        desk.party.create(
                new PartyOrganizationDraft("ZB2", "第二支部", "branch", "branch", "JD2", moved, List.of(), DAY, null));
        desk.territory.merge("合并网格", DAY.plusDays(1), PartyDesk.GRID, "210102001002001");
        database.clock().set(DAY.plusDays(1));
        String merged = desk.territory
                .directory
                .successors(PartyDesk.GRID, DAY.plusDays(1))
                .iterator()
                .next();

        assertThat(desk.coverage.report(moved, DAY).gaps())
                .containsEntry("grid-without-head", 0)
                .containsEntry("grid-without-branch", 0)
                .containsEntry("grid-without-full-time-worker", 1);
        assertThat(desk.coverage.report(merged, DAY.plusDays(1)).gaps())
                .containsEntry("grid-without-head", 0)
                .containsEntry("grid-without-branch", 0)
                .containsEntry("grid-without-full-time-worker", 0);
    }

    private List<CoverageGap> gaps(String unit, LocalDate date) {
        return desk.coverage.gaps(unit, null, date, PageQuery.first()).items();
    }
}
