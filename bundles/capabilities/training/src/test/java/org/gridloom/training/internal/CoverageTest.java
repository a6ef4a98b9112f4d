package org.gridloom.training.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.gridloom.platform.figure.Figure;
import org.gridloom.platform.figure.FigureQuery;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.sheet.SheetFormat;
import org.gridloom.platform.sheet.SheetQuery;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitScope;
import org.gridloom.training.AttendanceDraft;
import org.gridloom.training.CoverageFilter;
import org.gridloom.training.CoveredPerson;
import org.gridloom.training.PostCoverage;
import org.gridloom.training.Session;
import org.gridloom.training.TopicCoverage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who should have had which topic, and has or has not. */
class CoverageTest {

    private static final String WORKER = "community-worker";
    private static final String SECRETARY = "community-secretary";
    private static final String BRANCH = "branch-secretary";

    @RegisterExtension
    final TestDatabase database = TestDatabase.of("org.gridloom.training", "org.gridloom.platform.states");

    private TrainingDesk desk;

    @BeforeEach
    void oneOfThreeHasHadATopic() {
        desk = new TrainingDesk(database)
                .worker("R1", TrainingDesk.COMMUNITY)
                .worker("R2", TrainingDesk.COMMUNITY)
                .worker("R3", TrainingDesk.OTHER);
        attend(desk.held("1"), "R1");
    }

    @Test
    void coverageTellsWhoHasNotHadWhichTopicSinceWhen() {
        assertThat(desk.coverage.report(null, null))
                .extracting(TopicCoverage::topic, TopicCoverage::audience, TopicCoverage::covered)
                .contains(tuple("deliberation", 3L, 1L), tuple("mediation", 3L, 0L));
        assertThat(people("deliberation", null, true, null))
                .extracting(CoveredPerson::person)
                .containsExactly("R1");
        assertThat(people("deliberation", null, false, null))
                .extracting(CoveredPerson::last)
                .containsOnlyNulls();
        LocalDate later = TrainingDesk.DAY.plusMonths(12);
        assertThat(people("deliberation", null, false, later))
                .extracting(CoveredPerson::last)
                .containsExactly(null, null, TrainingDesk.DAY);
        assertThat(figure("training.gaps").value()).isEqualTo(8L);
        assertThat(figure("training.coverage").value()).isEqualTo(new BigDecimal("11.1"));
    }

    @Test
    void eachTopicIsToldByKindOfPostAndWhoHoldsTwoCountsOnceInAll() {
        twoSecretariesOneOfWhomWorksThere();

        TopicCoverage deliberation = topic("deliberation");
        assertThat(deliberation.posts())
                .extracting(PostCoverage::kind, PostCoverage::audience, PostCoverage::covered, PostCoverage::percent)
                .containsExactly(
                        tuple(SECRETARY, 1L, 1L, new BigDecimal("100.0")),
                        tuple(BRANCH, 1L, 0L, new BigDecimal("0.0")),
                        tuple(WORKER, 3L, 1L, new BigDecimal("33.3")));
        assertThat(List.of(deliberation.audience(), deliberation.covered())).containsExactly(4L, 1L);
        assertThat(deliberation.percent()).isEqualTo(new BigDecimal("25.0"));
        assertThat(topic("mediation").posts()).extracting(PostCoverage::covered).containsOnly(0L);
    }

    @Test
    void eachNumberOfTheReportIsThatOfThePeopleListedForIt() {
        twoSecretariesOneOfWhomWorksThere();

        for (TopicCoverage topic : desk.coverage.report(null, null)) {
            assertThat(people(topic.topic(), null, null, null)).hasSize((int) topic.audience());
            assertThat(people(topic.topic(), null, true, null)).hasSize((int) topic.covered());
            for (PostCoverage post : topic.posts()) {
                assertThat(people(topic.topic(), post.kind(), null, null))
                        .hasSize((int) post.audience())
                        .extracting(CoveredPerson::kind)
                        .containsOnly(post.kind());
                assertThat(people(topic.topic(), post.kind(), true, null)).hasSize((int) post.covered());
            }
        }
        assertThat(people("deliberation", "host", null, null)).isEmpty();
    }

    @Test
    void whereNobodyHoldsAPostItsRowSaysSo() {
        assertThat(topic("deliberation").posts())
                .filteredOn(post -> post.kind().equals(BRANCH))
                .containsExactly(new PostCoverage(BRANCH, 0, 0, BigDecimal.valueOf(100)));
    }

    @Test
    void theReportIsExportedInThePeoplesWords() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        desk.sheets.export(
                new CoverageSheet(desk.desk, desk.coverage, desk.rules),
                new SheetQuery(Map.of("unit", TrainingDesk.COMMUNITY), null),
                SheetFormat.CSV,
                Locale.CHINESE,
                file);

        assertThat(file.toString(StandardCharsets.UTF_8).lines())
                .hasSize(13)
                .contains(
                        "\uFEFF内容,职务,应训人数,已覆盖人数,未覆盖人数,覆盖率(%)",
                        "议事规则,社区书记,0,0,0,100", "议事规则,社区工作者,2,1,1,50.0", "议事规则,合计,2,1,1,50.0", "矛盾调解,合计,2,0,2,0.0");
    }

    @Test
    void coverageIsPagedAndSortedByTheDatabase() {
        CoverageFilter all = new CoverageFilter(null, null, null, null, null);

        Page<CoveredPerson> second = desk.coverage.people(all, new PageQuery(1, 4, List.of()));
        assertThat(second.total()).isEqualTo(9);
        assertThat(second.items())
                .extracting(CoveredPerson::person, CoveredPerson::topic)
                .containsExactly(
                        tuple("R2", "mediation"),
                        tuple("R3", "deliberation"),
                        tuple("R3", "mass-work"),
                        tuple("R3", "mediation"));
        assertThat(desk.coverage
                        .people(all, new PageQuery(0, 3, List.of("-last", "-person")))
                        .items())
                .extracting(CoveredPerson::person, CoveredPerson::topic)
                .containsExactly(tuple("R1", "deliberation"), tuple("R3", "deliberation"), tuple("R3", "mass-work"));
        assertThat(people("no-topic", null, null, null)).isEmpty();
        assertThat(desk.coverage
                        .people(new CoverageFilter("210103", null, null, null, null), PageQuery.first())
                        .total())
                .isZero();
    }

    /** R1 is secretary of their community besides; R4 is secretary of a branch only. */
    private void twoSecretariesOneOfWhomWorksThere() {
        desk.person("R1", "工作者R1", TrainingDesk.COMMUNITY, SECRETARY)
                .person("R4", "书记R4", TrainingDesk.COMMUNITY, BRANCH);
    }

    private void attend(Session session, String person) {
        desk.attendances.record(session.id(), AttendanceDraft.of(person));
    }

    private TopicCoverage topic(String code) {
        return desk.coverage.report(null, null).stream()
                .filter(topic -> topic.topic().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private List<CoveredPerson> people(String topic, String kind, Boolean covered, LocalDate asOf) {
        return desk.coverage
                .people(new CoverageFilter(null, topic, kind, covered, asOf), PageQuery.first())
                .items();
    }

    private Figure figure(String code) {
        String unit = TrainingDesk.STREET;
        return desk.figures
                .figures(new FigureQuery(
                        Set.of(code), unit, UnitScope.of(List.of(CodeRange.subtree(unit))), TrainingDesk.DAY, null))
                .get(0);
    }
}
