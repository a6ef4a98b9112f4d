package org.gridloom.platform.attachments.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;

/** A file that was sent and belongs to no record yet. */
@Entity
@Table(name = "attachments_upload")
class UploadEntity {

    @Id
    @Column(name = "id")
    String id;

    @Column(name = "account")
    String account;

    @Column(name = "content")
    String content;

    @Column(name = "name")
    String name;

    @Column(name = "expires_at")
    OffsetDateTime expiresAt;
}
