package org.gridloom.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.time.LocalDate;
import java.util.Map;
import org.gridloom.organization.Document;
import org.gridloom.organization.DocumentDraft;
import org.gridloom.organization.DocumentFilter;
import org.gridloom.organization.TerritoryPermissions;
import org.gridloom.platform.attachment.Attachments;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.testkit.RecordedAudit;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DocumentsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @RegisterExtension
    final TestDatabase database = TestDatabase.of("org.gridloom.organization");

    private DefaultDocuments documents;

    @BeforeEach
    void aRegister() {
        TerritoryDesk desk = new TerritoryDesk(database);
        documents = new DefaultDocuments(
                database.transactions(), desk.reader, database.access(), database.checks(), attachments);
    }

    private static DocumentDraft draft(String number, LocalDate from, LocalDate to, Long supersedes) {
        return new DocumentDraft(number, "关于网格治理的意见", "区委办公室", from, from, to, supersedes, null);
    }

    private final Attachments attachments = mock(Attachments.class);

    @Test
    void aDocumentIsFoundByItsNumberAndByWhatIsInForce() {
        Document old = documents.register(draft("和委办发〔2024〕1号", TODAY.minusYears(2), TODAY.minusYears(1), null));
        Document now = documents.register(draft("和委办发〔2025〕1号", TODAY.minusYears(1), null, old.id()));

        assertThat(documents.find("和委办发〔2025〕1号")).contains(now);
        assertThat(documents
                        .list(new DocumentFilter("办发", TODAY), PageQuery.first())
                        .items())
                .containsExactly(now);
        assertThat(documents
                        .list(new DocumentFilter(null, TODAY.minusYears(1).minusDays(1)), PageQuery.first())
                        .items())
                .containsExactly(old);
    }

    @Test
    void aNumberIsRegisteredOnce() {
        documents.register(draft("甲〔2026〕1号", TODAY, null, null));

        assertRefused(Problem.Kind.CONFLICT, () -> documents.register(draft(" 甲〔2026〕1号 ", TODAY, null, null)));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        Document first = documents.register(draft("甲", TODAY, null, null));
        Document second = documents.register(draft("乙", TODAY, null, first.id()));

        assertRefused(Problem.Kind.INVALID, () -> documents.register(draft("丙", TODAY, TODAY, null)));
        assertRefused(Problem.Kind.INVALID, () -> documents.register(draft("丁", TODAY, null, 999L)));
        assertRefused(
                Problem.Kind.INVALID,
                () -> documents.correct(first.id(), draft("甲", TODAY, null, second.id()), first.version()));
        assertRefused(
                Problem.Kind.CHANGED,
                () -> documents.correct(first.id(), draft("甲", TODAY, null, null), first.version() + 1));
    }

    @Test
    void aDocumentInForceIsEndedNotRemoved() {
        Document inForce = documents.register(draft("甲", TODAY, null, null));
        Document ahead = documents.register(draft("乙", TODAY.plusDays(1), null, null));

        assertRefused(Problem.Kind.CONFLICT, () -> documents.remove(inForce.id(), inForce.version()));
        documents.remove(ahead.id(), ahead.version());

        assertRefused(Problem.Kind.NOT_FOUND, () -> documents.get(ahead.id()));
        verify(attachments).detachAll("organization.document", Long.toString(ahead.id()), null);
        assertThat(database.audit())
                .extracting(RecordedAudit::action)
                .containsExactly(
                        "organization.document.registered",
                        "organization.document.registered",
                        "organization.document.removed");
    }

    @Test
    void onlyWhoMayEditInTheWholeDistrictChangesTheRegister() {
        UnitScope street = UnitScope.of(java.util.List.of(CodeRange.subtree("210102001")));
        database.access()
                .signIn(
                        "street",
                        Map.of(
                                TerritoryPermissions.DOCUMENT_READ, street,
                                TerritoryPermissions.DOCUMENT_EDIT, street));

        assertThat(documents
                        .list(new DocumentFilter(null, null), PageQuery.first())
                        .total())
                .isZero();
        assertRefused(Problem.Kind.FORBIDDEN, () -> documents.register(draft("甲", TODAY, null, null)));
    }

    private static void assertRefused(Problem.Kind kind, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(kind));
    }
}
