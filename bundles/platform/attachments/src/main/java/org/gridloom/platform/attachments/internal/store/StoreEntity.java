package org.gridloom.platform.attachments.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;

/** The one row that says which folder belongs to this database, and when it is to be cleaned up. */
@Entity
@Table(name = "attachments_store")
class StoreEntity {

    static final int ONLY = 1;

    @Id
    @Column(name = "id")
    int id;

    @Column(name = "mark")
    String mark;

    @Column(name = "clean_at")
    OffsetDateTime cleanAt;

    void markIfNew(String made) {
        if (mark == null) {
            mark = made;
        }
    }
}
