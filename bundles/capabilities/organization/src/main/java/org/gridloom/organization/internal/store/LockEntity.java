package org.gridloom.organization.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row to lock. */
@Entity
@Table(name = "organization_lock")
class LockEntity {

    @Id
    @Column(name = "id")
    int id;
}
