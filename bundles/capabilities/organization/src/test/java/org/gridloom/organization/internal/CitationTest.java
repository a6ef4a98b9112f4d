package org.gridloom.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.mock;

import java.time.LocalDate;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.gridloom.organization.Document;
import org.gridloom.organization.DocumentDraft;
import org.gridloom.organization.NewUnit;
import org.gridloom.organization.Restructured;
import org.gridloom.organization.TerritoryPermissions;
import org.gridloom.organization.UnitChange;
import org.gridloom.organization.UnitClose;
import org.gridloom.organization.UnitMove;
import org.gridloom.organization.UnitPeriod;
import org.gridloom.organization.UnitSuccession;
import org.gridloom.platform.attachment.Attachments;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.testkit.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Changes of units that rest on a document of the register. */
class CitationTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final String NUMBER = "和委办发〔2026〕3号";
    private static final String COMMUNITY = "210102001001";

    @RegisterExtension
    final TestDatabase database = TestDatabase.of("org.gridloom.organization");

    private TerritoryDesk desk;
    private DefaultDocuments documents;
    private Document document;

    @BeforeEach
    void aDistrictWithARegister() {
        desk = new TerritoryDesk(database).withDistrict();
        documents = new DefaultDocuments(
                database.transactions(), desk.reader, database.access(), database.checks(), mock(Attachments.class));
        LocalDate later = desk.reader.today().plusYears(1);
        document = documents.register(
                new DocumentDraft(NUMBER, "实施意见", "区委办公室", later.minusDays(9), later, null, null, null));
    }

    private Restructured move(String code, String number, boolean dryRun) {
        UnitMove move = new UnitMove("210102002", null, DAY, "调整", number);
        return desk.restructuring.move(code, move, desk.version(code, DAY), dryRun);
    }

    @Test
    void theHistoryShowsOnWhichDocumentEachChangeRests() {
        String grid = desk.editing
                .create(new NewUnit(COMMUNITY, null, "新网格", null, DAY, null, null, null, null, NUMBER))
                .code();
        desk.editing.change(grid, new UnitChange(DAY.plusDays(1), "幸福网格", null, null, null, null, "更名", NUMBER), 1);
        desk.editing.change(grid, UnitChange.renamed("美好网格", DAY.plusDays(2)), 2);
        desk.restructuring.close(grid, new UnitClose(DAY.plusDays(3), false, null, NUMBER), 3, false);

        assertThat(desk.units.history(grid))
                .extracting(UnitPeriod::name, UnitPeriod::document)
                .containsExactly(tuple("新网格", NUMBER), tuple("幸福网格", NUMBER), tuple("美好网格", null));
        assertThat(desk.units.succession(grid))
                .extracting(UnitSuccession::kind, UnitSuccession::document)
                .containsExactly(tuple(UnitSuccession.Kind.CLOSE, NUMBER));
    }

    @Test
    void whatAMoveTakesAlongShowsItsDocumentToo() {
        assertThat(move(COMMUNITY, NUMBER, true).codes())
                .extracting(UnitSuccession::document)
                .containsExactly(NUMBER);
        String moved = move(COMMUNITY, " " + NUMBER + " ", false).units().get(0).code();

        assertThat(desk.units.succession(moved + "001"))
                .extracting(UnitSuccession::to, UnitSuccession::document)
                .containsExactly(tuple(moved + "001", NUMBER));
        assertThat(database.audit().get(database.audit().size() - 1).after()).containsEntry("document", NUMBER);
    }

    @Test
    void aCorrectionOfTheSameDayKeepsTheDocument() {
        desk.editing.change(COMMUNITY, new UnitChange(DAY, "甲", null, null, null, null, null, NUMBER), 1);
        desk.editing.change(COMMUNITY, UnitChange.renamed("乙", DAY), 2);

        assertThat(desk.units.history(COMMUNITY))
                .extracting(UnitPeriod::name, UnitPeriod::document)
                .contains(tuple("乙", NUMBER));
    }

    @Test
    void aDocumentThatIsNotInTheRegisterIsRefusedInThePreviewToo() {
        for (boolean dryRun : new boolean[] {true, false}) {
            assertThatThrownBy(() -> move(COMMUNITY, "无此文号", dryRun))
                    .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                    .satisfies(problem -> assertThat(problem.violations())
                            .extracting(Violation::field)
                            .containsExactly("document"));
        }
    }

    @Test
    void whoMayNotReadTheRegisterCitesNothingOfIt() {
        long version = desk.version(COMMUNITY, DAY);
        database.access().signIn("clerk", Map.of(TerritoryPermissions.UNIT_EDIT, desk.directory.scope(COMMUNITY, DAY)));
        UnitChange cited = new UnitChange(DAY, "甲", null, null, null, null, null, NUMBER);

        assertThatThrownBy(() -> desk.editing.change(COMMUNITY, cited, version))
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .extracting(Problem::kind)
                .isEqualTo(Problem.Kind.FORBIDDEN);
    }

    @Test
    void aDocumentThatIsCitedStaysInTheRegister() {
        move(COMMUNITY, NUMBER, false);

        assertThatThrownBy(() -> documents.remove(document.id(), document.version()))
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .extracting(Problem::kind)
                .isEqualTo(Problem.Kind.CONFLICT);
        assertThat(documents.find(NUMBER)).isPresent();
    }
}
