package org.gridloom.organization.internal.assembly;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gridloom.organization.Document;
import org.gridloom.organization.DocumentDraft;
import org.gridloom.organization.Documents;
import org.gridloom.organization.internal.DefaultDocuments;
import org.gridloom.organization.internal.Desk;
import org.gridloom.platform.assembly.AssemblyPart;
import org.gridloom.platform.assembly.AssemblySection;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rule.Rules;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The documents of the register that rules and calendar rest on, by number. A register is a record: what a file does not
 * name stays in it.
 */
@Component
public final class DocumentsSection implements AssemblySection {

    private static final String KEY = "documents";

    private final Documents documents;
    private final Rules rules;
    private final Desk desk;

    @Activate
    public DocumentsSection(@Reference Documents documents, @Reference Rules rules, @Reference Desk desk) {
        this.documents = documents;
        this.rules = rules;
        this.desk = desk;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Map<String, Object> export() {
        Map<String, Object> whole = new LinkedHashMap<>();
        for (String number : rules.cited()) {
            documents.find(number).ifPresent(document -> whole.put(number, part(document)));
        }
        return whole;
    }

    private Map<String, Object> part(Document document) {
        return part(DefaultDocuments.draft(document));
    }

    private Map<String, Object> part(DocumentDraft draft) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("title", draft.title());
        part.put("issuer", draft.issuer());
        put(part, "issuedOn", draft.issuedOn());
        put(part, "inForceFrom", draft.inForceFrom());
        put(part, "inForceTo", draft.inForceTo());
        put(
                part,
                "supersedes",
                draft.supersedes() == null
                        ? null
                        : documents.get(draft.supersedes()).number());
        put(part, "note", draft.note());
        return part;
    }

    private static void put(Map<String, Object> part, String key, Object value) {
        if (value != null) {
            part.put(key, value.toString());
        }
    }

    /** What is cited, with what the file wants otherwise; what is registered as it says is no difference. */
    @Override
    public Object check(AssemblyPart part) {
        Map<String, Object> wanted = export();
        part.entries().forEach((number, entry) -> {
            DocumentDraft draft = draft(number, entry);
            valid(draft, entry);
            Map<String, Object> document = part(draft);
            entry.find("supersedes").ifPresent(former -> {
                document.put("supersedes", former.text());
                if (documents.find(former.text()).isEmpty()
                        && part.find(former.text()).isEmpty()) {
                    former.fault(Text.of("登记与文件中都没有", "Is neither in the register nor in the file"));
                }
            });
            boolean isThere = documents
                    .find(number)
                    .filter(found -> part(found).equals(document))
                    .isPresent();
            if (!isThere) {
                wanted.put(number, document);
            }
        });
        return wanted;
    }

    private void valid(DocumentDraft draft, AssemblyPart entry) {
        if (!entry.faults().isEmpty()) {
            return;
        }
        try {
            desk.valid(draft);
        } catch (Problem problem) {
            problem.violations()
                    .forEach(fault -> entry.find(fault.field()).orElse(entry).fault(fault.message()));
        }
    }

    private DocumentDraft draft(String number, AssemblyPart part) {
        part.entries("title", "issuer", "issuedOn", "inForceFrom", "inForceTo", "supersedes", "note");
        return new DocumentDraft(
                number,
                part.needed("title"),
                part.needed("issuer"),
                day(part, "issuedOn", part.needed("issuedOn")),
                day(part, "inForceFrom", part.needed("inForceFrom")),
                day(part, "inForceTo", part.optional("inForceTo")),
                Optional.ofNullable(part.optional("supersedes"))
                        .flatMap(documents::find)
                        .map(Document::id)
                        .orElse(null),
                part.optional("note"));
    }

    private static LocalDate day(AssemblyPart part, String key, String text) {
        try {
            return text == null || text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException none) {
            part.find(key).ifPresent(it -> it.fault(Text.of("应为日期,如 2026-01-31", "Must be a date such as 2026-01-31")));
            return null;
        }
    }

    /** In the file's order, so that what is superseded is there before. */
    @Override
    public void apply(Object wanted) {
        ((Map<?, ?>) wanted).forEach((number, part) -> {
            String path = KEY + "/" + number;
            Optional<Document> there = documents.find(number.toString());
            if (there.isEmpty() || !part(there.get()).equals(part)) {
                AssemblyPart.at(path, () -> write(there, draft(number.toString(), AssemblyPart.of(path, part))));
            }
        });
    }

    private Document write(Optional<Document> there, DocumentDraft draft) {
        return there.map(former -> documents.correct(former.id(), draft, former.version()))
                .orElseGet(() -> documents.register(draft));
    }
}
