package org.gridloom.districts.heping.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridloom.organization.BoundaryFilter;
import org.gridloom.organization.BoundaryImport;
import org.gridloom.organization.CoordinationBodies;
import org.gridloom.organization.Coverage;
import org.gridloom.organization.Documents;
import org.gridloom.organization.NewUnit;
import org.gridloom.organization.PartyImport;
import org.gridloom.organization.People;
import org.gridloom.organization.Posts;
import org.gridloom.organization.UnitEditing;
import org.gridloom.organization.UnitImport;
import org.gridloom.organization.Units;
import org.gridloom.organization.Vocabulary;
import org.gridloom.organization.internal.coordination.TaskLampRules;
import org.gridloom.organization.internal.coordination.TaskReminderRules;
import org.gridloom.organization.internal.people.PersonFields;
import org.gridloom.platform.attachment.Attachments;
import org.gridloom.platform.figure.Figure;
import org.gridloom.platform.figure.FigureComparison;
import org.gridloom.platform.figure.FigureDefinition;
import org.gridloom.platform.figure.FigureProvider;
import org.gridloom.platform.figure.FigureQuery;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.sheet.Sheet;
import org.gridloom.platform.sheet.Sheets;
import org.gridloom.platform.sheets.internal.DefaultSheets;
import org.gridloom.platform.sheets.internal.StoredMappings;
import org.gridloom.platform.sheets.internal.table.Limits;
import org.gridloom.platform.states.internal.DefaultCases;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.testkit.TestFiles;
import org.gridloom.platform.testkit.TestJobs;
import org.gridloom.platform.testkit.TestNotices;
import org.gridloom.platform.testkit.TestRules;
import org.gridloom.platform.testkit.TestVault;
import org.gridloom.platform.testkit.WeekdayCalendar;
import org.gridloom.platform.unit.UnitDirectory;
import org.gridloom.platform.unit.UnitRef;
import org.gridloom.platform.unit.UnitScope;
import org.gridloom.training.PostCoverage;
import org.gridloom.training.TopicCoverage;
import org.gridloom.training.TrainingCoverage;
import org.gridloom.training.internal.AudienceRules;
import org.gridloom.training.internal.FormatRules;
import org.gridloom.training.internal.ReminderRules;
import org.gridloom.training.internal.TopicRules;
import org.gridloom.training.internal.domain.Scores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pack through the organisation's real services, on a real database. */
class PackTest {

    @RegisterExtension
    final TestDatabase database =
            TestDatabase.of("org.gridloom.organization", "org.gridloom.training", "org.gridloom.platform.states");

    private Components organization;
    private Sheets sheets;
    private Pack pack;

    @BeforeEach
    void wire() throws IOException, ClassNotFoundException {
        sheets = DefaultSheets.limited(
                database.access(),
                new StoredMappings(database.platform(), database.access()),
                database.platform(),
                TestFiles.temporary(),
                database.clock(),
                Limits.USUAL);
        organization = new Components(
                "org.gridloom.organization",
                database.transactions(),
                database.access(),
                database.clock(),
                database.checks(),
                DefaultCases.of(
                        database.transactions("org.gridloom.platform.states"),
                        database.access(),
                        database.checks(),
                        new TestRules(new TaskLampRules()),
                        new WeekdayCalendar(),
                        database.clock()),
                new TestRules(new TaskReminderRules()),
                new TestJobs(),
                new TestNotices(),
                new TestVault(database.access(), new PersonFields()),
                new WeekdayCalendar(),
                sheets,
                TestFiles.temporary(),
                mock(Attachments.class));
        pack = new Pack(
                organization.get(UnitDirectory.class),
                organization.get(UnitImport.class),
                organization.get(BoundaryImport.class),
                organization.get(PartyImport.class),
                organization.get(Documents.class),
                organization.get(CoordinationBodies.class),
                database.platform());
    }

    /** In one test, as each load takes seconds. */
    @Test
    void theWholeDistrictIsCoveredAndNothingChangesItWhenItIsLoadedOrEvenImportedAgain() throws IOException {
        assertThat(load()).isTrue();
        figuresOfTheSubunitsAddUpToTheUnits();
        everyUnitDownToTheGridsIsOnTheMap();
        int audits = database.audit().size();
        int events = database.events().size();
        assertThat(organization.get(Coverage.class).report("210102", null).gaps())
                .isNotEmpty()
                .allSatisfy((kind, number) -> assertThat(number).isZero());

        assertThat(load()).isFalse();
        UnitImport units = organization.get(UnitImport.class);
        PartyImport party = organization.get(PartyImport.class);
        assertUnchanged("units.csv", units::importCsv);
        BoundaryImport boundaries = organization.get(BoundaryImport.class);
        assertUnchanged(
                "boundaries.geojson", (map, dryRun, progress) -> boundaries.importGeoJson(map, null, dryRun, progress));
        assertUnchanged("outside-organizations.csv", party::outsideOrganizations);
        assertUnchanged("party-organizations.csv", party::partyOrganizations);
        assertUnchanged("posts.csv", party::posts);

        assertThat(database.audit())
                .hasSize(audits)
                .allMatch(entry -> entry.account().equals("system:heping-pack"));
        assertThat(database.events()).hasSize(events);
    }

    private void figuresOfTheSubunitsAddUpToTheUnits() {
        LocalDate today = LocalDate.now(database.clock());
        UnitDirectory units = organization.get(UnitDirectory.class);
        Set<String> additive = Set.of(
                "organization.units.street",
                "organization.units.community",
                "organization.units.community.village",
                "organization.grids",
                "organization.streets",
                "organization.branches",
                "organization.hostHouseholds",
                "organization.posts.fullTime",
                "organization.blindSpots");

        List<String> subunits =
                units.children("210102", today).stream().map(UnitRef::code).toList();
        assertThat(subunits).hasSize(10);
        Set<String> seen = new HashSet<>();
        for (FigureProvider provider : organization.all(FigureProvider.class)) {
            Set<String> codes = provider.definitions().stream()
                    .map(FigureDefinition::code)
                    .filter(additive::contains)
                    .collect(Collectors.toSet());
            FigureQuery alone = new FigureQuery(codes, "210102", units.scope("210102", today), today, null);
            Map<String, Long> sums = provider
                    .compare(new FigureComparison(
                            codes, "210102", alone.scope(), units.scopes(subunits, today), today, null))
                    .stream()
                    .collect(Collectors.groupingBy(
                            Figure::code,
                            Collectors.summingLong(figure -> figure.value().longValue())));
            provider.figures(alone)
                    .forEach(figure -> assertThat(sums)
                            .containsEntry(figure.code(), figure.value().longValue()));
            seen.addAll(sums.keySet());
        }
        assertThat(seen).isEqualTo(additive);
    }

    private void everyUnitDownToTheGridsIsOnTheMap() throws IOException {
        Units units = organization.get(Units.class);
        Map<String, Integer> expected = Map.of("street", 10, "community", 126, "grid", 931);

        for (String level : expected.keySet()) {
            ByteArrayOutputStream map = new ByteArrayOutputStream();
            units.boundaries(new BoundaryFilter("210102", level, false, null)).writeTo(map);
            JsonNode features = new ObjectMapper().readTree(map.toByteArray()).path("features");
            assertThat(features).hasSize(expected.get(level));
            assertThat(features.findValuesAsText("source"))
                    .hasSize(expected.get(level))
                    .containsOnly("演示数据，虚构");
        }
    }

    @Test
    void trainingIsThereAsPublishedOnceItsListsAreOffered() throws Exception {
        load();
        Components training = new Components(
                "org.gridloom.training",
                database.transactions("org.gridloom.training"),
                database.access(),
                database.clock(),
                database.checks(),
                sheets,
                organization.get(UnitDirectory.class),
                organization.get(People.class),
                organization.get(Posts.class),
                organization.get(Vocabulary.class),
                new TestRules(new TopicRules(), new FormatRules(), new AudienceRules(), new ReminderRules()),
                new WeekdayCalendar(),
                new TestJobs(),
                new TestNotices(),
                DefaultCases.of(
                        database.transactions("org.gridloom.platform.states"),
                        database.access(),
                        database.checks(),
                        new TestRules(),
                        new WeekdayCalendar(),
                        database.clock()));
        database.clock().set(LocalDate.of(2026, 11, 1));
        loadModules(training);
        int audits = database.audit().size();
        loadModules(training);

        assertThat(database.audit()).hasSize(audits);
        LocalDate today = LocalDate.of(2026, 11, 1);
        UnitScope district = organization.get(UnitDirectory.class).scope("210102", today);
        Set<String> codes = Set.of(
                "training.sessions",
                "training.attendances",
                "training.certificates",
                "training.gaps",
                "training.coverage");
        Map<String, Number> figures =
                training
                        .get(FigureProvider.class)
                        .figures(new FigureQuery(codes, "210102", district, today, null))
                        .stream()
                        .collect(Collectors.toMap(Figure::code, Figure::value));
        assertThat(figures).containsEntry("training.sessions", 151L).containsEntry("training.attendances", 5888L);
        assertThat(figures.get("training.certificates").longValue()).isPositive();
        // Nobody in the pack holds posts of two of these kinds.
        List<TopicCoverage> report = training.get(TrainingCoverage.class).report("210102", today);
        assertThat(report).hasSize(3).allSatisfy(topic -> {
            assertThat(topic.posts())
                    .extracting(PostCoverage::kind, PostCoverage::audience)
                    .containsExactly(
                            tuple("community-secretary", 126L),
                            tuple("branch-secretary", 931L),
                            tuple("community-worker", 252L));
            assertThat(topic.audience()).isEqualTo(1309L);
            assertThat(topic.posts().stream().mapToLong(PostCoverage::covered).sum())
                    .isEqualTo(topic.covered());
            assertThat(topic.percent()).isBetween(new BigDecimal("50"), new BigDecimal("90"));
        });
        long covered = report.stream().mapToLong(TopicCoverage::covered).sum();
        assertThat(figures)
                .containsEntry("training.gaps", 3 * 1309 - covered)
                .containsEntry("training.coverage", Scores.percent(covered, 3 * 1309));
    }

    private void loadModules(Components training) throws InterruptedException {
        PackState state = new PackState();
        ModuleLists lists = new ModuleLists(state, sheets, database.access(), database.platform());
        training.all(Sheet.class).forEach(lists::offer);
        assertThat(state.execute().isOk()).isFalse();
        state.loaded();
        lists.awaitEnd();
        assertThat(state.execute().isOk()).as(state.execute().toString()).isTrue();
    }

    @Test
    void aDistrictThatHasUnitsIsLeftAlone() {
        organization
                .get(UnitEditing.class)
                .create(new NewUnit(null, "210102", "和平区", null, null, null, null, null, null, null));
        int audits = database.audit().size();

        assertThat(load()).isFalse();

        assertThat(database.audit()).hasSize(audits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"units.csv", "boundaries.geojson", "posts.csv"})
    void aLoadThatIsGivenUpLeavesNothing(String last) {
        assertThatThrownBy(() -> pack.load((list, done, total) -> !list.equals(last)))
                .isInstanceOf(Problem.class);

        assertThat(organization.get(UnitDirectory.class).root()).isEmpty();
        assertThat(database.audit()).isEmpty();
        assertThat(database.events()).isEmpty();
    }

    private boolean load() {
        return database.access().asSystem("heping-pack", () -> pack.load((list, done, total) -> true));
    }

    private interface Import {
        ImportReport of(InputStream list, boolean dryRun, Progress progress) throws IOException;
    }

    private static void assertUnchanged(String name, Import target) throws IOException {
        try (InputStream list = Pack.class.getResourceAsStream("/lists/" + name)) {
            ImportReport report = target.of(list, false, Progress.NONE);
            assertThat(report.violations()).isEmpty();
            assertThat(report.rows()).isPositive();
            assertThat(report.created() + report.updated()).isZero();
        }
    }
}
