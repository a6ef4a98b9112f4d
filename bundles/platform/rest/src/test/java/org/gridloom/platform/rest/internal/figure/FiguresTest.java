package org.gridloom.platform.rest.internal.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridloom.platform.figure.Figure;
import org.gridloom.platform.figure.FigureComparison;
import org.gridloom.platform.figure.FigureDefinition;
import org.gridloom.platform.figure.FigureProvider;
import org.gridloom.platform.figure.FigureQuery;
import org.gridloom.platform.rest.internal.server.TestServer;
import org.gridloom.platform.rest.internal.server.TestServer.Answer;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitDirectory;
import org.gridloom.platform.unit.UnitRef;
import org.gridloom.platform.unit.UnitScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

class FiguresTest {

    @RegisterExtension
    static final TestDatabase DB = TestDatabase.of();

    private TestServer server;
    private final BundleContext context = mock(BundleContext.class);
    private FigureProviders providers;
    private List<ServiceReference<FigureProvider>> offered = List.of();
    private Units units;

    @BeforeEach
    void start() throws Exception {
        DB.access().signIn("tester");
        server = new TestServer(DB.clock());
        var bundle = server.bundle("org.gridloom.platform.rest", null);
        server.with(DB.access()).start();
        units = new Units();
        units.directory = new Directory();
        providers = new FigureProviders(context, units, DB.platform(), DB.clock());
        offer(new Counts("points"), new Broken(), new Counts("patrol"));
        server.register(
                bundle,
                new FiguresResource(new Figures(providers, server.permits(), units, DB.platform(), DB.clock())));
        server.settle();
    }

    /** These and no others. */
    private void offer(FigureProvider... some) {
        offered.forEach(providers::remove);
        Bundle module = mock(Bundle.class);
        when(module.getState()).thenReturn(Bundle.ACTIVE);
        offered = Arrays.stream(some)
                .map(provider -> FigureProvidersTest.reference(context, module, provider))
                .toList();
        offered.forEach(providers::add);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void aFigureComesWithAllThatItTakesToUnderstandIt() throws Exception {
        Answer answer = server.get("/api/figures?unit=210102&asOf=2026-01-31&codes=points.count");

        assertThat(answer.json().path("items").toString())
                .isEqualTo("[{\"code\":\"points.count\",\"name\":\"数\",\"value\":6,\"unit\":\"个\",\"scope\":\"210102\","
                        + "\"asOf\":\"2026-01-31\",\"definition\":\"全部\","
                        + "\"drillDown\":\"/api/points/list?unit=210102\"}]");
    }

    @Test
    void theDistrictAndTodayAreAssumed() throws Exception {
        Answer answer = server.get("/api/figures");

        assertThat(answer.json().at("/unit/code").asText()).isEqualTo("210102");
        assertThat(answer.json().path("asOf").asText())
                .isEqualTo(LocalDate.now(DB.clock()).toString());
    }

    @Test
    void figuresAreCountedAgainOnlyOnceSomethingHasChanged() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        offer(new Counts("points") {
            @Override
            public List<Figure> figures(FigureQuery query) {
                asked.incrementAndGet();
                return super.figures(query);
            }
        });

        assertThat(asked).as("once before anybody asks").hasValue(1);
        server.get("/api/figures?unit=210102");
        server.get("/api/figures?unit=210102");
        assertThat(asked).hasValue(2);
        DB.platform().run(tx -> tx.audit(AuditEntry.created("points.changed", "points/1", null, Map.of())));
        server.get("/api/figures?unit=210102");
        assertThat(asked).hasValue(3);
    }

    @Test
    void whatOneAccountWasToldIsNotToldToAnother() throws Exception {
        server.get("/api/figures?unit=210102");
        DB.access().signIn("clerk", Map.of("points.view", UnitScope.of(List.of(CodeRange.subtree("21010201")))));

        assertThat(server.get("/api/figures?unit=210102").status()).isEqualTo(403);
    }

    @Test
    void aFigureThatFailsTakesNoOtherWithIt() throws Exception {
        Answer answer = server.get("/api/figures?unit=210102");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("items").findValuesAsText("code"))
                .containsExactly("patrol.count", "points.count");
        assertThat(answer.json().path("failed").findValuesAsText("code")).containsExactly("broken.count");
    }

    @Test
    void figuresComeByCapabilityAndThereAsTheirProvidersHaveThem() throws Exception {
        offer(new Ordered("b", 20, "z", "a"), new Ordered("b", 10, "n"), new Ordered("a", 30, "y", "x"));

        assertThat(server.get("/api/figures?unit=210102").json().path("items").findValuesAsText("code"))
                .containsExactly("a.y", "a.x", "b.n", "b.z", "b.a");
        assertThat(server.get("/api/figures/comparison?codes=b.a,a.x,b.z")
                        .json()
                        .path("figures")
                        .findValuesAsText("code"))
                .containsExactly("a.x", "b.z", "b.a");
    }

    @Test
    void anOldCodeLeadsToTheNewOneAndKeepsTheQuestion() throws Exception {
        Answer answer = server.get("/api/figures?unit=210102001&asOf=2026-01-31&codes=points.count");

        assertThat(answer.status()).isEqualTo(308);
        assertThat(answer.header("Location"))
                .contains("/api/figures?", "unit=210102002", "asOf=2026-01-31", "codes=points.count");
    }

    @Test
    void aUnitThatWasSplitNamesItsParts() throws Exception {
        Answer answer = server.get("/api/figures?unit=210102003");

        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.json().path("detail").asText()).contains("210102004, 210102005");
    }

    @Test
    void anUnknownUnitOrFigureIsRefused() throws Exception {
        assertThat(server.get("/api/figures?unit=999").status()).isEqualTo(404);
        Answer figure = server.get("/api/figures?codes=points.sum", "Accept-Language", "en");
        assertThat(figure.status()).isEqualTo(422);
        assertThat(figure.violation())
                .isEqualTo("codes: There is no figure points.sum; there are: broken.count, patrol.count, points.count");
        assertThat(server.get("/api/figures?asOf=2026-01-01&from=2026-02-01").violation())
                .startsWith("from");
    }

    @Test
    void onlyFiguresThatTheCallerMaySeeInTheUnitAreShown() throws Exception {
        DB.access()
                .signIn(
                        "clerk",
                        Map.of(
                                "points.view", UnitScope.of(List.of(CodeRange.subtree("210102"))),
                                "patrol.view", UnitScope.of(List.of(CodeRange.subtree("210103")))));

        assertThat(server.get("/api/figures?unit=210102").json().path("items").findValuesAsText("code"))
                .containsExactly("points.count");
        assertThat(server.get("/api/figures?unit=210104").status()).isEqualTo(403);
        DB.access().signOut();
        assertThat(server.get("/api/figures?unit=210102").status()).isEqualTo(401);
    }

    @Test
    void subunitsAreComparedFigureByFigure() throws Exception {
        Answer answer =
                server.get("/api/figures/comparison?unit=210102&asOf=2026-01-31&codes=points.count,patrol.count");

        assertThat(answer.json().at("/unit/code").asText()).isEqualTo("210102");
        assertThat(answer.json().path("asOf").asText()).isEqualTo("2026-01-31");
        assertThat(answer.json().path("figures").get(0).toString())
                .isEqualTo("{\"code\":\"patrol.count\",\"name\":\"数\",\"unit\":\"个\",\"definition\":\"全部\"}");
        assertThat(answer.json().path("items").toString())
                .isEqualTo("[{\"code\":\"21010201\",\"name\":\"南市场\",\"level\":\"street\","
                        + "\"values\":{\"patrol.count\":8,\"points.count\":8}},"
                        + "{\"code\":\"2101020\",\"name\":\"北市\",\"level\":\"street\","
                        + "\"values\":{\"patrol.count\":7,\"points.count\":7}}]");
    }

    @Test
    void aProviderIsAskedOnceForAllSubunits() throws Exception {
        Counts together = new Counts("venues") {
            @Override
            public List<Figure> figures(FigureQuery query) {
                throw new IllegalStateException("asked for one");
            }

            @Override
            public List<Figure> compare(FigureComparison comparison) {
                return comparison.subunits().byUnit().keySet().stream()
                        .map(unit -> new Figure("venues.count", unit, 1, comparison.asOf(), null, null))
                        .toList();
            }
        };
        offer(together);

        assertThat(server.get("/api/figures/comparison").json().path("items").findValuesAsText("venues.count"))
                .containsExactly("1", "1");
    }

    @Test
    void aFigureThatFailsIsLeftOutOfTheComparison() throws Exception {
        Answer answer = server.get("/api/figures/comparison?unit=210102");

        assertThat(answer.json().path("figures").findValuesAsText("code"))
                .containsExactly("patrol.count", "points.count");
        assertThat(answer.json().path("failed").findValuesAsText("code")).containsExactly("broken.count");
    }

    @Test
    void aComparisonShowsOnlyWhatTheCallerMaySeeInTheUnit() throws Exception {
        DB.access()
                .signIn(
                        "clerk",
                        Map.of(
                                "points.view", UnitScope.of(List.of(CodeRange.subtree("210102"))),
                                "patrol.view", UnitScope.of(List.of(CodeRange.subtree("21010201")))));

        assertThat(server.get("/api/figures/comparison?unit=210102")
                        .json()
                        .path("figures")
                        .findValuesAsText("code"))
                .containsExactly("points.count");
        assertThat(server.get("/api/figures/comparison?unit=210104").status()).isEqualTo(403);
    }

    @Test
    void aComparisonFollowsAnOldCodeAndNeedsADirectory() throws Exception {
        assertThat(server.get("/api/figures/comparison?unit=210102001").header("Location"))
                .contains("/api/figures/comparison?unit=210102002");
        units.directory = null;
        assertThat(server.get("/api/figures/comparison?unit=77").status()).isEqualTo(503);
    }

    @Test
    void withoutADirectoryACodeStandsForItsPrefix() throws Exception {
        units.directory = null;

        assertThat(server.get("/api/figures?unit=77").json().path("items").findValuesAsText("scope"))
                .containsExactly("77", "77");
        assertThat(server.get("/api/figures").violation()).startsWith("unit");
    }

    private static class Counts implements FigureProvider {

        private final String capability;

        Counts(String capability) {
            this.capability = capability;
        }

        @Override
        public List<FigureDefinition> definitions() {
            return List.of(new FigureDefinition(
                    capability + ".count",
                    Text.of("数", "Count"),
                    Text.of("全部", "All"),
                    Text.of("个", "items"),
                    capability + ".view"));
        }

        @Override
        public List<Figure> figures(FigureQuery query) {
            return List.of(new Figure(
                    capability + ".count",
                    query.unit(),
                    query.unit().length(),
                    query.asOf(),
                    null,
                    capability + "/list?unit=" + query.unit()));
        }
    }

    private record Ordered(String capability, int order, List<String> names) implements FigureProvider {

        Ordered(String capability, int order, String... names) {
            this(capability, order, List.of(names));
        }

        @Override
        public List<FigureDefinition> definitions() {
            Text text = Text.of("数", "Count");
            return names.stream()
                    .map(name -> new FigureDefinition(capability + "." + name, text, text, text, capability + ".view"))
                    .toList();
        }

        @Override
        public List<Figure> figures(FigureQuery query) {
            return query.codes().stream()
                    .map(code -> new Figure(code, query.unit(), 1, query.asOf(), null, null))
                    .toList();
        }
    }

    private static final class Broken extends Counts {

        Broken() {
            super("broken");
        }

        @Override
        public List<Figure> figures(FigureQuery query) {
            throw new IllegalStateException("no table");
        }
    }

    private static final class Directory implements UnitDirectory {

        @Override
        public Optional<UnitRef> root() {
            return Optional.of(new UnitRef("210102", "和平区", "district"));
        }

        @Override
        public Optional<UnitRef> find(String code, LocalDate asOf) {
            return root().filter(unit -> unit.code().equals(code));
        }

        @Override
        public List<UnitRef> children(String code, LocalDate asOf) {
            return List.of(new UnitRef("21010201", "南市场", "street"), new UnitRef("2101020", "北市", "street"));
        }

        @Override
        public UnitScope scope(String code, LocalDate asOf) {
            return UnitScope.of(List.of(CodeRange.subtree(code)));
        }

        @Override
        public Set<String> successors(String code, LocalDate asOf) {
            return switch (code) {
                case "210102001" -> Set.of("210102002");
                case "210102003" -> Set.of("210102005", "210102004");
                default -> Set.of();
            };
        }
    }
}
