package org.gridloom.organization.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A unit under the code it was created with. What changes of it with time is in its details. */
@Entity
@Table(name = "organization_unit")
class UnitEntity {

    @Id
    @Column(name = "code")
    String code;

    @Column(name = "level_code")
    String level;

    @Column(name = "kind_code")
    String kind;

    @Column(name = "valid_from")
    LocalDate validFrom;

    @Column(name = "valid_to")
    LocalDate validTo;

    /** Counted under the row's lock. */
    @Column(name = "version")
    long version;
}
