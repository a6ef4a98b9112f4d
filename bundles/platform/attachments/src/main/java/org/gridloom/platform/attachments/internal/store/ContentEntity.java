package org.gridloom.platform.attachments.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What a file holds. Made by SQL, never changed. */
@Entity
@Table(name = "attachments_content")
class ContentEntity {

    @Id
    @Column(name = "file")
    String file;

    @Column(name = "sha256")
    String sha256;

    @Column(name = "kind")
    String kind;

    @Column(name = "bytes")
    long bytes;

    @Column(name = "thumbnail")
    boolean thumbnail;

    Content content() {
        return new Content(file, sha256, kind, bytes, thumbnail);
    }
}
