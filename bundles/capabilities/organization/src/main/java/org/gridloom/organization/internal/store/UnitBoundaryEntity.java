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
    private String unitCode;

    @Id
    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    @Column(name = "geo_json")
    private String geoJson;

    @Column(name = "source")
    private String source;

    /** For the persistence provider. */
    protected UnitBoundaryEntity() {}

    UnitBoundaryEntity(String unitCode, Boundary boundary) {
        this.unitCode = unitCode;
        this.validFrom = boundary.validFrom();
        redraw(boundary);
    }

    String unitCode() {
        return unitCode;
    }

    Boundary boundary() {
        return new Boundary(validFrom, geoJson, source);
    }

    void end(LocalDate date) {
        validTo = date;
    }

    void redraw(Boundary boundary) {
        geoJson = boundary.geoJson();
        source = boundary.source();
    }
}
