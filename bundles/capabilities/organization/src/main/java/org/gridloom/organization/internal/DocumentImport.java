package org.gridloom.organization.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridloom.organization.Document;
import org.gridloom.organization.DocumentDraft;
import org.gridloom.organization.TerritoryPermissions;
import org.gridloom.organization.internal.store.DocumentStore;
import org.gridloom.platform.sheet.ImportProgress;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.sheet.SheetRow;
import org.gridloom.platform.sheet.SheetRows;
import org.gridloom.platform.sheet.SheetWriting;
import org.gridloom.platform.sheet.Tried;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Tx;

/**
 * Brings a list of documents into the register, all or nothing, each after the one that it supersedes. A dry run does the
 * same and takes it back.
 */
final class DocumentImport {

    private static final String SUPERSEDES = "supersedes";

    private final DefaultDocuments documents;
    private final Desk desk;
    private final Map<String, SheetRow> rows = new LinkedHashMap<>();

    DocumentImport(DefaultDocuments documents, Desk desk) {
        this.documents = documents;
        this.desk = desk;
    }

    ImportReport load(SheetRows sheet, boolean dryRun, Progress progress) {
        desk.access().requireEverywhere(TerritoryPermissions.DOCUMENT_EDIT);
        sheet.each(this::add);
        return SheetWriting.load(
                desk.transactions(), sheet, dryRun, (tx, written) -> write(tx, written, new ImportProgress(progress)));
    }

    private void add(SheetRow row) {
        String number = row.text("number");
        if (number != null && rows.putIfAbsent(number, row) != null) {
            row.fault("number", Text.of("文号 %s 在文件中重复", "The number %s is in the file twice", number));
        }
    }

    /** What a document supersedes goes before it; where they go round in a circle, one of them finds nothing. */
    private void write(Tx tx, SheetWriting written, ImportProgress progress) {
        DocumentStore store = new DocumentStore(tx.em());
        Set<SheetRow> begun = new HashSet<>();
        int done = 0;
        for (SheetRow row : rows.values()) {
            Deque<SheetRow> chain = new ArrayDeque<>();
            for (SheetRow next = row; next != null && begun.add(next); next = rows.get(next.text(SUPERSEDES))) {
                chain.push(next);
            }
            for (SheetRow each : chain) {
                write(tx, written, store, each);
                progress.at(++done, rows.size());
            }
        }
    }

    private void write(Tx tx, SheetWriting written, DocumentStore store, SheetRow row) {
        DocumentDraft draft = draft(store, row);
        Tried.on(row, () -> desk.valid(draft), "number", Map.of());
        if (!row.isFaulty()) {
            Tried.on(row, () -> put(tx, written, store, draft), "number", Map.of());
        }
    }

    private Document put(Tx tx, SheetWriting written, DocumentStore store, DocumentDraft draft) {
        Optional<Document> there = store.find(draft.number());
        if (there.isEmpty()) {
            written.created();
            return documents.register(tx, draft);
        }
        if (DefaultDocuments.draft(there.get()).equals(draft)) {
            written.unchanged();
            return there.get();
        }
        written.updated();
        return documents.correct(tx, there.get(), draft);
    }

    private DocumentDraft draft(DocumentStore store, SheetRow row) {
        String former = row.text(SUPERSEDES);
        Optional<Document> superseded = former == null ? Optional.empty() : store.find(former);
        if (former != null && superseded.isEmpty() && !rows.containsKey(former)) {
            row.fault(
                    SUPERSEDES,
                    Text.of("文号 %s 未登记,也不在文件中", "The number %s is neither in the register nor in the file", former));
        } else if (former != null && superseded.isEmpty() && !rows.get(former).isFaulty()) {
            row.fault(SUPERSEDES, Text.of("文件不能替代自己", "A document cannot supersede itself"));
        }
        return new DocumentDraft(
                row.text("number"),
                row.text("title"),
                row.text("issuer"),
                row.date("issuedOn"),
                row.date("inForceFrom"),
                row.date("inForceTo"),
                superseded.map(Document::id).orElse(null),
                row.text("note"));
    }
}
