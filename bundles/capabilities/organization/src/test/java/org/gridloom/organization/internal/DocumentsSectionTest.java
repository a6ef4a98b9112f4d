package org.gridloom.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridloom.organization.internal.assembly.DocumentsSection;
import org.gridloom.platform.assembly.AssemblyPart;
import org.gridloom.platform.attachment.Attachments;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.rule.Rules;
import org.gridloom.platform.testkit.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Documents that rules cite, as a section of the district's file. */
class DocumentsSectionTest {

    private static final String OLD = "和委办发〔2024〕1号";
    private static final String NEW = "和委办发〔2026〕1号";

    @RegisterExtension
    final TestDatabase database = TestDatabase.of("org.gridloom.organization");

    private final Rules rules = mock(Rules.class);
    private DefaultDocuments documents;
    private DocumentsSection section;

    @BeforeEach
    void aRegister() {
        TerritoryDesk desk = new TerritoryDesk(database);
        documents = new DefaultDocuments(
                database.transactions(), desk.reader, database.access(), database.checks(), mock(Attachments.class));
        Desk common =
                new Desk(database.transactions(), database.access(), desk.directory, database.checks(), desk.reader);
        section = new DocumentsSection(documents, rules, common);
    }

    private static Map<String, Object> document(String day, String... more) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("title", "关于网格治理的意见");
        document.put("issuer", "区委办公室");
        document.put("issuedOn", day);
        document.put("inForceFrom", day);
        for (int i = 0; i < more.length; i += 2) {
            document.put(more[i], more[i + 1]);
        }
        return document;
    }

    private Object checked(Map<String, Object> file) {
        AssemblyPart part = AssemblyPart.of("documents", file);
        Object wanted = section.check(part);
        assertThat(part.faults()).isEmpty();
        return wanted;
    }

    private List<Violation> faults(Map<String, Object> file) {
        AssemblyPart part = AssemblyPart.of("documents", file);
        section.check(part);
        return part.faults();
    }

    @Test
    void whatIsCitedIsExportedAndWhatTheFileDoesNotNameStays() {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put(OLD, document("2024-01-08"));
        file.put(NEW, document("2026-01-08", "supersedes", OLD, "note", "公开"));

        section.apply(checked(file));

        assertThat(section.export()).isEmpty();
        assertThat(checked(file)).isEqualTo(section.export());
        when(rules.cited()).thenReturn(Set.of(NEW));
        assertThat(section.export()).isEqualTo(Map.of(NEW, file.get(NEW)));

        section.apply(checked(Map.of()));

        assertThat(documents.find(OLD)).isPresent();
        assertThat(documents.find(NEW)).isPresent();
    }

    @Test
    void whatTheFileSaysOtherwiseIsCorrected() {
        section.apply(checked(Map.of(NEW, document("2026-01-08"))));

        section.apply(checked(Map.of(NEW, document("2026-01-08", "inForceTo", "2027-01-01"))));

        assertThat(documents.find(NEW).orElseThrow().inForceTo()).hasToString("2027-01-01");
    }

    @Test
    void faultsAreToldWhereTheyAre() {
        assertThat(faults(Map.of(NEW, document("soon", "supersedes", "没有", "colour", "red"))))
                .extracting(Violation::field)
                .contains(
                        "documents/" + NEW + "/issuedOn",
                        "documents/" + NEW + "/supersedes",
                        "documents/" + NEW + "/colour");
        assertThat(faults(Map.of(NEW, Map.of("title", "意见"))))
                .extracting(Violation::field)
                .contains("documents/" + NEW);
    }
}
