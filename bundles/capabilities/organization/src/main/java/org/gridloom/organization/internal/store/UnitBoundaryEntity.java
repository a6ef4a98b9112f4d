package org.gridloom.organization.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** Boundary of a unit in a period. */
@Entity
@IdClass(UnitDateKey.class)
@Table(name = "organization_unit_boundary")
class UnitBoundaryEntity {

    @Id
    @Column(name = "unit_code")
    String unitCode;

    @Id
    @Column(name = "valid_from")
    LocalDate validFrom;

    @Column(name = "valid_to")
    LocalDate validTo;

    @Column(name = "geo_json")
    String geoJson;
}
