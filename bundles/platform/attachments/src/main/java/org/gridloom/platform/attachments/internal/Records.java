package org.gridloom.platform.attachments.internal;

import java.util.Map;
import org.gridloom.platform.attachment.Attachment;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.EventDraft;
import org.gridloom.platform.tx.Tx;

/** Audit entries and events of attachments. Names and captions are in neither: people write names of people into them. */
final class Records {

    private Records() {}

    static void attached(Tx tx, Attachment attachment, String unit) {
        tx.audit(AuditEntry.created("attachments.file.attached", subject(attachment), unit, fields(attachment)));
        publish(tx, "attachments.file.attached", attachment, unit);
    }

    static void detached(Tx tx, Attachment attachment, String unit) {
        tx.audit(AuditEntry.changed(
                "attachments.file.detached", subject(attachment), unit, fields(attachment), Map.of(), null));
        publish(tx, "attachments.file.detached", attachment, unit);
    }

    static void read(Tx tx, Attachment attachment, String unit) {
        tx.audit(AuditEntry.created(
                "attachments.file.read",
                subject(attachment),
                unit,
                Map.of("recordType", attachment.recordType(), "record", attachment.record())));
    }

    private static String subject(Attachment attachment) {
        return "attachment/" + attachment.id();
    }

    private static void publish(Tx tx, String name, Attachment attachment, String unit) {
        tx.publish(new EventDraft(
                name,
                1,
                attachment.recordType() + '/' + attachment.record(),
                unit,
                Map.of(
                        "attachment", attachment.id(),
                        "recordType", attachment.recordType(),
                        "record", attachment.record(),
                        "kind", attachment.kind().name())));
    }

    private static Map<String, Object> fields(Attachment attachment) {
        return Map.of(
                "recordType", attachment.recordType(),
                "record", attachment.record(),
                "kind", attachment.kind().name(),
                "bytes", attachment.bytes(),
                "sha256", attachment.sha256());
    }
}
