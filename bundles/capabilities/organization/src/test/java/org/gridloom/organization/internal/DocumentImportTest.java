package org.gridloom.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.mock;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gridloom.organization.Document;
import org.gridloom.organization.TerritoryPermissions;
import org.gridloom.platform.attachment.Attachments;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.sheet.SheetFormat;
import org.gridloom.platform.sheet.SheetQuery;
import org.gridloom.platform.testkit.RecordedAudit;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DocumentImportTest {

    private static final String HEADER = "发文字号,文件标题,发文单位,印发日期,施行日期,废止日期,替代文号,备注\n";
    /** The second supersedes one that comes after it. */
    private static final String REGISTER = HEADER
            + "甲〔2024〕1号,试行办法,区委办公室,2024.1.10,2024.2.1,2026.3.1,,\n"
            + "甲〔2026〕3号,实施办法,区委办公室,2026.3.4,2026.3.10,,甲〔2025〕2号,公开发布\n"
            + "甲〔2025〕2号,暂行办法,区委办公室,2025.1.10,2025.2.1,2026.3.10,甲〔2024〕1号,\n";

    @RegisterExtension
    final TestDatabase database = TestDatabase.of("org.gridloom.organization", "org.gridloom.platform.states");

    private PartyDesk desk;
    private DefaultDocuments documents;
    private DocumentSheet sheet;

    @BeforeEach
    void aRegister() {
        desk = new PartyDesk(database);
        documents = new DefaultDocuments(
                database.transactions(),
                desk.territory.reader,
                database.access(),
                database.checks(),
                mock(Attachments.class));
        sheet = new DocumentSheet(documents, desk.desk);
    }

    private ImportReport load(String table, boolean dryRun) throws IOException {
        return desk.territory
                .sheets()
                .load(sheet, new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)), dryRun, Progress.NONE);
    }

    private String export() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        desk.territory.sheets().export(sheet, new SheetQuery(Map.of(), null), SheetFormat.CSV, Locale.CHINESE, file);
        return file.toString(StandardCharsets.UTF_8);
    }

    /** What was done with documents, oldest first. */
    private List<String> changes() {
        return database.audit().stream()
                .map(RecordedAudit::action)
                .filter(action -> action.startsWith("organization.document."))
                .toList();
    }

    @Test
    void aRegisterComesInWhateverItsOrderAndItsExportChangesNothing() throws IOException {
        assertThat(load(REGISTER, false)).isEqualTo(new ImportReport(false, 3, 3, 0, 0, List.of()));

        Document last = documents.find("甲〔2026〕3号").orElseThrow();
        assertThat(documents.get(last.supersedes()).number()).isEqualTo("甲〔2025〕2号");
        assertThat(changes())
                .containsExactly(
                        "organization.document.registered",
                        "organization.document.registered",
                        "organization.document.registered");
        int events = database.events().size();
        assertThat(load(export(), false)).isEqualTo(new ImportReport(false, 3, 0, 0, 3, List.of()));
        assertThat(changes()).hasSize(3);
        assertThat(database.events()).hasSize(events);
    }

    @Test
    void whatDiffersIsCorrected() throws IOException {
        load(REGISTER, false);

        assertThat(load(REGISTER.replace("公开发布", "内部"), false))
                .isEqualTo(new ImportReport(false, 3, 0, 1, 2, List.of()));

        assertThat(documents.find("甲〔2026〕3号").orElseThrow().note()).isEqualTo("内部");
        assertThat(changes()).hasSize(4).endsWith("organization.document.corrected");
    }

    @Test
    void aDryRunLeavesNothing() throws IOException {
        assertThat(load(REGISTER, true)).isEqualTo(new ImportReport(true, 3, 3, 0, 0, List.of()));

        assertThat(documents.superseded()).isEmpty();
        assertThat(documents.find("甲〔2024〕1号")).isEmpty();
        assertThat(changes()).isEmpty();
        assertThat(database.events()).noneMatch(event -> event.name().startsWith("organization.document."));
    }

    @Test
    void allFaultsAreToldByRowAndNothingIsWritten() throws IOException {
        ImportReport report = load(
                HEADER
                        + "乙1号,好,区委办公室,2024.1.10,2024.2.1,,,\n"
                        + "乙1号,又一份,区委办公室,2024.1.10,2024.2.1,,,\n"
                        + "乙2号,,区委办公室,2024.1.10,明天,,,\n"
                        + "乙3号,早已失效,区委办公室,2024.1.10,2024.2.1,2024.2.1,,\n"
                        + "乙4号,替代不存在的,区委办公室,2024.1.10,2024.2.1,,丙9号,\n"
                        + "乙5号,替代乙6号,区委办公室,2024.1.10,2024.2.1,,乙6号,\n"
                        + "乙6号,替代乙5号,区委办公室,2024.1.10,2024.2.1,,乙5号,\n",
                false);

        assertThat(report.accepted()).isFalse();
        assertThat(report.violations())
                .extracting(Violation::row, Violation::field)
                .containsExactlyInAnyOrder(
                        tuple(3, "发文字号"),
                        tuple(4, "文件标题"),
                        tuple(4, "施行日期"),
                        tuple(5, "废止日期"),
                        tuple(6, "替代文号"),
                        tuple(8, "替代文号"));
        assertThat(documents.find("乙1号")).isEmpty();
        assertThat(changes()).isEmpty();
    }

    @Test
    void whoMayNotEditInTheWholeDistrictBringsNothingIn() {
        UnitScope street = UnitScope.of(List.of(CodeRange.subtree(PartyDesk.STREET)));
        database.access().signIn("clerk", Map.of(TerritoryPermissions.DOCUMENT_EDIT, street));

        assertThatThrownBy(() -> load(REGISTER, false))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.FORBIDDEN));
    }
}
