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
    private String unitCode;

    @Id
    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    @Column(name = "name")
    private String name;

    /** The name as it is searched, see {@link SearchKey}. */
    @Column(name = "name_key")
    private String nameKey;

    @Column(name = "households")
    private Integer households;

    @Column(name = "residents")
    private Integer residents;

    @Column(name = "extent")
    private String extent;

    @Column(name = "note")
    private String note;

    @Column(name = "document_id")
    private Long document;

    /** For the persistence provider. */
    protected UnitDetailEntity() {}

    UnitDetailEntity(String unitCode, LocalDate validFrom, UnitDetails details, Long document) {
        this.unitCode = unitCode;
        this.validFrom = validFrom;
        set(details);
        this.document = document;
    }

    String unitCode() {
        return unitCode;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    Long document() {
        return document;
    }

    void end(LocalDate date) {
        validTo = date;
    }

    /** Other details from the same day on; they rest on the document cited before where none is cited now. */
    void amend(UnitDetails details, Long cited) {
        set(details);
        document = cited == null ? document : cited;
    }

    private void set(UnitDetails details) {
        name = details.name();
        nameKey = SearchKey.of(details.name());
        households = details.households();
        residents = details.residents();
        extent = details.extent();
        note = details.note();
    }

    DatedDetails dated() {
        return new DatedDetails(validFrom, validTo, details(), document);
    }

    UnitDetails details() {
        return new UnitDetails(name, households, residents, extent, note);
    }
}
