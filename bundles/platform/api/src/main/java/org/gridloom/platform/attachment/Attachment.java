package org.gridloom.platform.attachment;

import java.time.Instant;

/**
 * A file of a record.
 *
 * @param id of the attachment
 * @param recordType see {@link AttachmentOwner#recordType}
 * @param record id or code of the record
 * @param name of the file, with an ending of its kind
 * @param caption what it shows; null for none
 * @param kind what it is
 * @param bytes its size as it is kept
 * @param sha256 of its content, in hexadecimal
 * @param thumbnail whether there is a small picture of it
 * @param attachedBy account
 * @param attachedAt when
 */
public record Attachment(
        long id,
        String recordType,
        String record,
        String name,
        String caption,
        AttachmentKind kind,
        long bytes,
        String sha256,
        boolean thumbnail,
        String attachedBy,
        Instant attachedAt) {}
