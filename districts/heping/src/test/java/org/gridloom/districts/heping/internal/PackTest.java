package org.gridloom.districts.heping.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.gridloom.organization.CoordinationBodies;
import org.gridloom.organization.Coverage;
import org.gridloom.organization.Documents;
import org.gridloom.organization.PartyImport;
import org.gridloom.organization.UnitChange;
import org.gridloom.organization.UnitEditing;
import org.gridloom.organization.UnitImport;
import org.gridloom.organization.Units;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.unit.UnitDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pack through the organisation's real services, on a real database. */
class PackTest {

    private static final String XINGFULI = "210102021011";

    @RegisterExtension
    final TestDatabase database = TestDatabase.of("org.gridloom.organization");

    private Components organization;
    private Pack pack;

    @BeforeEach
    void wire() throws IOException, ClassNotFoundException {
        organization = new Components(
                "org.gridloom.organization",
                database.transactions(),
                database.access(),
                database.clock(),
                database.checks());
        pack = new Pack(
                organization.get(UnitDirectory.class),
                organization.get(UnitImport.class),
                organization.get(PartyImport.class),
                organization.get(Documents.class),
                organization.get(CoordinationBodies.class),
                database.platform());
    }

    @Test
    void aSecondLoadAndEvenASecondImportOfTheListsChangeNothing() throws IOException {
        assertThat(load()).isTrue();
        int audits = database.audit().size();
        int events = database.events().size();

        assertThat(load()).isFalse();
        UnitImport units = organization.get(UnitImport.class);
        PartyImport party = organization.get(PartyImport.class);
        assertUnchanged("units", 5199, units::importCsv);
        assertUnchanged("outside-organizations", 391, party::outsideOrganizations);
        assertUnchanged("party-organizations", 5013, party::partyOrganizations);
        assertUnchanged("posts", 7628, party::posts);

        assertThat(database.audit()).hasSize(audits);
        assertThat(database.events()).hasSize(events);
    }

    @Test
    void theWholeDistrictIsCovered() {
        load();

        Map<String, Integer> gaps =
                organization.get(Coverage.class).report("210102", null).gaps();

        assertThat(gaps)
                .isNotEmpty()
                .allSatisfy((kind, number) -> assertThat(number).isZero());
    }

    @Test
    void whatPeopleChangedStaysAfterTheNextStart() {
        load();
        Units units = organization.get(Units.class);
        LocalDate today = LocalDate.now(database.clock());
        organization
                .get(UnitEditing.class)
                .change(
                        XINGFULI,
                        UnitChange.renamed("幸福里东社区", today),
                        units.get(XINGFULI, null).version());

        assertThat(load()).isFalse();

        assertThat(units.get(XINGFULI, null).name()).isEqualTo("幸福里东社区");
    }

    @Test
    void aLoadThatIsGivenUpInAnyListLeavesNothing() {
        for (String last : Set.of("units", "outside-organizations", "party-organizations", "posts")) {
            assertThatThrownBy(() -> pack.load((list, done, total) -> !list.equals(last)))
                    .isInstanceOf(Problem.class);
            assertThat(organization.get(UnitDirectory.class).root()).isEmpty();
            assertThat(database.audit()).isEmpty();
            assertThat(database.events()).isEmpty();
        }

        assertThat(load()).isTrue();
    }

    private boolean load() {
        return database.access().asSystem("heping-pack", () -> pack.load((list, done, total) -> true));
    }

    private interface Import {
        ImportReport of(InputStream list, boolean dryRun, Progress progress) throws IOException;
    }

    private static void assertUnchanged(String name, int rows, Import target) throws IOException {
        try (InputStream list = Pack.class.getResourceAsStream("/lists/" + name + ".csv")) {
            ImportReport report = target.of(list, false, Progress.NONE);
            assertThat(report.violations()).isEmpty();
            assertThat(report.rows()).isEqualTo(rows);
            assertThat(report.created() + report.updated()).isZero();
        }
    }
}
