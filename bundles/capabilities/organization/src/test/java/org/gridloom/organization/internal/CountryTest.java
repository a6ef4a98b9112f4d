package org.gridloom.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridloom.organization.NewUnit;
import org.gridloom.organization.Unit;
import org.gridloom.organization.UnitFilter;
import org.gridloom.organization.UnitNode;
import org.gridloom.platform.figure.Figure;
import org.gridloom.platform.figure.FigureQuery;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.testkit.RecordedAudit;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.unit.UnitRef;
import org.gridloom.platform.unit.UnitScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A territory whose root stands above codes without a common beginning. */
class CountryTest {

    private static final String SAMPLE = "code,parent,level,name\n"
            + "0,,country,中国\n"
            + "21,0,province,辽宁省\n"
            + "2101,21,city,沈阳市\n"
            + "2102,21,city,大连市\n"
            + "44,0,province,广东省\n"
            + "4419,44,city,东莞市\n"
            + "441900,4419,district,东莞市\n";

    @RegisterExtension
    final TestDatabase database = TestDatabase.of("org.gridloom.organization");

    private TerritoryDesk desk;

    @BeforeEach
    void aCountry() {
        desk = new TerritoryDesk(
                database,
                TerritoryDesk.settings(Map.of(
                        "levels",
                        new String[] {
                            "country:0:国家:Country",
                            "province:2:省级:Province",
                            "city:2:地级:Prefecture",
                            "district:2:县级:County"
                        },
                        "kinds",
                        new String[] {"district:county:区县:County:00-99"})));
        assertThat(load(SAMPLE).violations()).isEmpty();
    }

    private ImportReport load(String csv) {
        try {
            return desk.unitImport()
                    .importCsv(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), false, Progress.NONE);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everythingLiesBelowTheRoot() {
        LocalDate today = desk.reader.today();

        assertThat(desk.directory.root()).map(UnitRef::code).contains("0");
        assertThat(desk.directory.scope("0", today)).isEqualTo(UnitScope.everywhere());
        assertThat(desk.units.get("21", null).parent()).isEqualTo("0");
        assertThat(desk.units.ancestors("441900", null)).extracting(Unit::code).containsExactly("0", "44", "4419");
        assertThat(desk.units
                        .list(UnitFilter.childrenOf("0", null), PageQuery.first())
                        .items())
                .extracting(Unit::code)
                .containsExactly("21", "44");
        assertThat(desk.count("0", "city", null)).isEqualTo(3);
    }

    @Test
    void theTreeCountsWhatLiesBelowTheRoot() {
        UnitNode root = desk.units.tree("0", 0, null);

        assertThat(root.children()).isEqualTo(2);
        assertThat(desk.units.tree("0", 1, null).below())
                .extracting(UnitNode::children)
                .containsExactly(2L, 1L);
    }

    @Test
    void figuresOfTheRootCountTheWholeCountry() {
        LocalDate today = desk.reader.today();
        List<Figure> figures = new TerritoryFigures(database.transactions(), desk.layouts)
                .figures(new FigureQuery(
                        Set.of("organization.units.city"), "0", desk.directory.scope("0", today), today, null));

        assertThat(figures).extracting(Figure::value).containsExactly(3L);
    }

    @Test
    void aProvinceGetsTheNextCodeAndNoCodeIsUsedTwice() {
        Unit made = desk.create("0", null, "新省", desk.reader.today());

        assertThat(made.code()).isEqualTo("45");
        assertThatThrownBy(() -> desk.create("0", "21", "又一省", desk.reader.today()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("never reused");
    }

    @Test
    void aCityMovesToAnotherProvince() {
        LocalDate tomorrow = desk.reader.today().plusDays(1);

        desk.move("4419", "21", tomorrow);

        assertThat(desk.count("21", "city", tomorrow)).isEqualTo(3);
        assertThat(desk.count("0", "city", tomorrow)).isEqualTo(3);
        assertThat(desk.directory.scope("0", tomorrow)).isEqualTo(UnitScope.everywhere());
    }

    @Test
    void theRootHasOneCode() {
        assertThat(load("code,parent,level,name\n1,,country,中国\n").violations())
                .singleElement()
                .satisfies(fault -> assertThat(fault.message().en()).contains("is 0"));
        TerritoryDesk empty = new TerritoryDesk(
                database,
                TerritoryDesk.settings(Map.of(
                        "levels",
                        new String[] {"world:0:世界:World", "continent:2:洲:Continent"},
                        "kinds",
                        new String[0])));
        assertThatThrownBy(() -> empty.editing.create(
                        new NewUnit(null, "7", "世界", null, desk.reader.today(), null, null, null, null, null)))
                .isInstanceOf(Problem.class);
    }

    @Test
    void theImportOfAllIsRecordedAtTheRootAndASecondOneChangesNothing() {
        assertThat(database.audit()).last().extracting(RecordedAudit::unit).isEqualTo("0");

        ImportReport again = load(SAMPLE);

        assertThat(again)
                .extracting(ImportReport::created, ImportReport::unchanged)
                .containsExactly(0, 7);
    }
}
