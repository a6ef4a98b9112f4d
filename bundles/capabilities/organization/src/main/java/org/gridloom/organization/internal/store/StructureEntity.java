package org.gridloom.organization.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The one row that whoever changes several units locks first. */
@Entity
@Table(name = "organization_structure")
class StructureEntity {

    static final int ID = 1;

    @Id
    @Column(name = "id")
    private int id;

    /** Another one with each change of the succession, never used again, so that a copy in memory can be checked. */
    @Column(name = "revision")
    private String revision;

    /** Ordinal of the next step. */
    @Column(name = "next_ordinal")
    private long nextOrdinal;

    /** Steps were added. */
    void advance(int steps) {
        revision = UUID.randomUUID().toString();
        nextOrdinal += steps;
    }
}
