package org.gridloom.organization.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** Name and record of a unit in a period. */
@Entity
@IdClass(UnitDateKey.class)
@Table(name = "organization_unit_detail")
class UnitDetailEntity {

    @Id
    @Column(name = "unit_code")
    String unitCode;

    @Id
    @Column(name = "valid_from")
    LocalDate validFrom;

    @Column(name = "valid_to")
    LocalDate validTo;

    @Column(name = "name")
    String name;

    /** The name as it is searched, see {@link SearchKey}. */
    @Column(name = "name_key")
    String nameKey;

    @Column(name = "households")
    Integer households;

    @Column(name = "residents")
    Integer residents;

    @Column(name = "extent")
    String extent;

    @Column(name = "note")
    String note;

    void set(UnitDetails details) {
        name = details.name();
        nameKey = SearchKey.of(details.name());
        households = details.households();
        residents = details.residents();
        extent = details.extent();
        note = details.note();
    }

    UnitDetails details() {
        return new UnitDetails(name, households, residents, extent, note);
    }
}
