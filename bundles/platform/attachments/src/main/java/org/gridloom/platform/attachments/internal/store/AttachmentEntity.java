package org.gridloom.platform.attachments.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import org.gridloom.platform.attachment.Attachment;
import org.gridloom.platform.attachment.AttachmentKind;

/** A file of a record. */
@Entity
@Table(name = "attachments_file")
class AttachmentEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "attachments_file")
    @SequenceGenerator(name = "attachments_file", sequenceName = "attachments_file_seq", allocationSize = 50)
    @Column(name = "id")
    Long id;

    @Column(name = "record_type")
    String recordType;

    @Column(name = "record")
    String record;

    @Column(name = "unit_code")
    String unit;

    @Column(name = "content")
    String content;

    @Column(name = "name")
    String name;

    @Column(name = "caption")
    String caption;

    @Column(name = "attached_by")
    String attachedBy;

    @Column(name = "attached_at")
    OffsetDateTime attachedAt;

    Attachment attachment(ContentEntity held) {
        return new Attachment(
                id,
                recordType,
                record,
                name,
                caption,
                AttachmentKind.valueOf(held.kind),
                held.bytes,
                held.sha256,
                held.thumbnail,
                attachedBy,
                attachedAt.toInstant());
    }
}
