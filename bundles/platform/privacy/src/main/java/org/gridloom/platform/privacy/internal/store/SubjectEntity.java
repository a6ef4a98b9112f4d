package org.gridloom.platform.privacy.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;

/** A person's key. */
@Entity
@Table(name = "privacy_subject")
class SubjectEntity {

    @Id
    @Column(name = "subject")
    String subject;

    @Column(name = "key_id")
    Integer keyId;

    @Column(name = "wrapped_key")
    String wrappedKey;

    @Column(name = "made_at")
    OffsetDateTime madeAt;

    @Column(name = "erased_at")
    OffsetDateTime erasedAt;

    @Column(name = "erased_reason")
    String erasedReason;

    @Column(name = "erased_document")
    String erasedDocument;

    void wrap(int key, String wrapped) {
        keyId = key;
        wrappedKey = wrapped;
    }

    void erase(String reason, String document, OffsetDateTime at) {
        keyId = null;
        wrappedKey = null;
        erasedAt = at;
        erasedReason = reason;
        erasedDocument = document;
    }

    SubjectKey view() {
        return new SubjectKey(
                subject,
                keyId,
                wrappedKey,
                erasedAt == null ? null : erasedAt.toInstant(),
                erasedReason,
                erasedDocument);
    }
}
