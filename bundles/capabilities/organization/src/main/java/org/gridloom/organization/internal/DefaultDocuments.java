package org.gridloom.organization.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gridloom.organization.Document;
import org.gridloom.organization.DocumentDraft;
import org.gridloom.organization.DocumentFilter;
import org.gridloom.organization.Documents;
import org.gridloom.organization.TerritoryPermissions;
import org.gridloom.organization.internal.store.DocumentStore;
import org.gridloom.platform.attachment.Attachments;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.EventDraft;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.tx.Tx;
import org.gridloom.platform.validation.Checks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the document register. */
@Component(service = {Documents.class, DefaultDocuments.class})
public final class DefaultDocuments implements Documents {

    private final Transactions transactions;
    private final TerritoryReader reader;
    private final Access access;
    private final Checks checks;
    private final Attachments attachments;

    @Activate
    public DefaultDocuments(
            @Reference(target = "(osgi.unit.name=org.gridloom.organization)") Transactions transactions,
            @Reference TerritoryReader reader,
            @Reference Access access,
            @Reference Checks checks,
            @Reference Attachments attachments) {
        this.transactions = transactions;
        this.reader = reader;
        this.access = access;
        this.checks = checks;
        this.attachments = attachments;
    }

    @Override
    public Page<Document> list(DocumentFilter filter, PageQuery page) {
        return reading(store -> store.list(filter, page));
    }

    @Override
    public Document get(long id) {
        return reading(store -> existing(store, id));
    }

    @Override
    public Optional<Document> find(String number) {
        return reading(store -> store.find(number));
    }

    /** The numbers of all that another supersedes, by id. */
    Map<Long, String> superseded() {
        return reading(DocumentStore::superseded);
    }

    private <T> T reading(Function<DocumentStore, T> question) {
        access.require(TerritoryPermissions.DOCUMENT_READ);
        return transactions.read(tx -> question.apply(new DocumentStore(tx.em())));
    }

    private static Document existing(DocumentStore store, long id) {
        return store.get(id)
                .orElseThrow(() -> Problem.notFound(Text.of("没有编号为 %d 的文件", "There is no document %d", id)));
    }

    @Override
    public Document register(DocumentDraft draft) {
        access.requireEverywhere(TerritoryPermissions.DOCUMENT_EDIT);
        checks.valid(draft);
        return transactions.call(tx -> register(tx, draft));
    }

    Document register(Tx tx, DocumentDraft draft) {
        DocumentStore store = new DocumentStore(tx.em());
        check(store, draft, null);
        Document document = store.insert(draft);
        tx.audit(
                AuditEntry.created("organization.document.registered", subject(document.id()), null, fields(document)));
        publish(tx, "registered", document);
        return document;
    }

    @Override
    public Document correct(long id, DocumentDraft draft, long expectedVersion) {
        access.requireEverywhere(TerritoryPermissions.DOCUMENT_EDIT);
        checks.valid(draft);
        return transactions.call(tx -> correct(tx, unchanged(new DocumentStore(tx.em()), id, expectedVersion), draft));
    }

    Document correct(Tx tx, Document before, DocumentDraft draft) {
        DocumentStore store = new DocumentStore(tx.em());
        check(store, draft, before.id());
        Document after = store.update(before.id(), draft);
        tx.audit(AuditEntry.changed(
                "organization.document.corrected", subject(before.id()), null, fields(before), fields(after), null));
        publish(tx, "corrected", after);
        return after;
    }

    @Override
    public void remove(long id, long expectedVersion) {
        access.requireEverywhere(TerritoryPermissions.DOCUMENT_EDIT);
        transactions.run(tx -> {
            DocumentStore store = new DocumentStore(tx.em());
            Document document = unchanged(store, id, expectedVersion);
            if (!document.inForceFrom().isAfter(reader.today())) {
                throw Problem.conflict(Text.of(
                        "文件已施行,规则可能已引用,不能删除;可登记失效日期",
                        "The document is in force and rules may cite it: enter the day on which it ends instead"));
            }
            if (store.isSuperseded(id)) {
                throw Problem.conflict(
                        Text.of("另有文件登记为替代本文件,不能删除", "Another document supersedes this one: correct that first"));
            }
            if (store.isCited(id)) {
                throw Problem.conflict(
                        Text.of("已有单元变更引用本文件,不能删除", "A change of a unit cites this document: it cannot be removed"));
            }
            attachments.detachAll(DocumentScans.TYPE, Long.toString(id), null);
            store.delete(id);
            tx.audit(AuditEntry.changed(
                    "organization.document.removed", subject(id), null, fields(document), Map.of(), null));
            publish(tx, "removed", document);
        });
    }

    private static Document unchanged(DocumentStore store, long id, long expectedVersion) {
        Document document = store.lock(id)
                .orElseThrow(() -> Problem.notFound(Text.of("没有编号为 %d 的文件", "There is no document %d", id)));
        if (document.version() != expectedVersion) {
            throw Problem.changed(document.version());
        }
        return document;
    }

    private static void check(DocumentStore store, DocumentDraft draft, Long id) {
        if (draft.inForceTo() != null && !draft.inForceTo().isAfter(draft.inForceFrom())) {
            throw Problem.invalid("inForceTo", Text.of("应晚于施行日期", "Must be after inForceFrom"));
        }
        if (draft.supersedes() != null) {
            if (store.get(draft.supersedes()).isEmpty()) {
                throw Problem.invalid("supersedes", Text.of("没有这份文件", "There is no such document"));
            }
            if (id != null && store.leadsTo(draft.supersedes(), id)) {
                throw Problem.invalid("supersedes", Text.of("文件不能替代自己", "A document cannot supersede itself"));
            }
        }
        store.find(draft.number().strip())
                .filter(other -> id == null || other.id() != id)
                .ifPresent(other -> {
                    throw Problem.conflict(Text.of(
                            "文号 %s 已登记(编号 %d)",
                            "The number %s is in the register already (document %d)", other.number(), other.id()));
                });
    }

    /** What is entered of the document, as it stands. */
    public static DocumentDraft draft(Document document) {
        return new DocumentDraft(
                document.number(),
                document.title(),
                document.issuer(),
                document.issuedOn(),
                document.inForceFrom(),
                document.inForceTo(),
                document.supersedes(),
                document.note());
    }

    private static String subject(long id) {
        return "document/" + id;
    }

    private static void publish(Tx tx, String verb, Document document) {
        tx.publish(new EventDraft(
                "organization.document." + verb,
                1,
                subject(document.id()),
                null,
                Map.of("id", document.id(), "number", document.number())));
    }

    private static Map<String, Object> fields(Document document) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("number", document.number());
        fields.put("title", document.title());
        fields.put("issuer", document.issuer());
        fields.put("issuedOn", document.issuedOn().toString());
        fields.put("inForceFrom", document.inForceFrom().toString());
        fields.put(
                "inForceTo",
                document.inForceTo() == null ? null : document.inForceTo().toString());
        fields.put("supersedes", document.supersedes());
        fields.put("note", document.note());
        return fields;
    }
}
