package org.gridloom.organization.internal;

import java.util.Set;
import org.gridloom.organization.Documents;
import org.gridloom.organization.TerritoryPermissions;
import org.gridloom.organization.internal.store.DocumentStore;
import org.gridloom.platform.attachment.AttachmentKind;
import org.gridloom.platform.attachment.AttachmentOwner;
import org.gridloom.platform.attachment.AttachmentRules;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The documents of the register themselves, as they were issued or scanned (扫描件). */
@Component
public final class DocumentScans implements AttachmentOwner {

    static final String TYPE = "organization.document";

    private static final AttachmentRules RULES = new AttachmentRules(
            Set.of(AttachmentKind.PDF, AttachmentKind.OFD, AttachmentKind.JPEG, AttachmentKind.PNG), 20, false);

    private final Transactions transactions;
    private final Access access;
    private final Documents documents;

    @Activate
    public DocumentScans(
            @Reference(target = "(osgi.unit.name=org.gridloom.organization)") Transactions transactions,
            @Reference Access access,
            @Reference Documents documents) {
        this.transactions = transactions;
        this.access = access;
        this.documents = documents;
    }

    @Override
    public String recordType() {
        return TYPE;
    }

    @Override
    public AttachmentRules rules() {
        return RULES;
    }

    @Override
    public String readable(String record) {
        documents.get(id(record));
        return null;
    }

    @Override
    public String changeable(String record) {
        access.requireEverywhere(TerritoryPermissions.DOCUMENT_EDIT);
        long id = id(record);
        transactions.run(tx -> new DocumentStore(tx.em()).lock(id).orElseThrow(DocumentScans::missing));
        return null;
    }

    private static long id(String record) {
        try {
            return Long.parseLong(record);
        } catch (NumberFormatException none) {
            throw missing();
        }
    }

    private static Problem missing() {
        return Problem.notFound(Text.of("没有这份文件", "There is no such document"));
    }
}
