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
    private String code;

    @Column(name = "level_code")
    private String level;

    @Column(name = "kind_code")
    private String kind;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    /** On which the unit's end rests. */
    @Column(name = "end_document_id")
    private Long endDocument;

    /** Counted under the row's lock. */
    @Column(name = "version")
    private long version;

    /** For the persistence provider. */
    protected UnitEntity() {}

    UnitEntity(UnitRow unit) {
        code = unit.code();
        level = unit.level();
        kind = unit.kind();
        validFrom = unit.validFrom();
        validTo = unit.validTo();
        version = unit.version();
    }

    String code() {
        return code;
    }

    // Changes are noticed only where they happen inside the class: its weaving sees to that.

    long touch() {
        return ++version;
    }

    void end(LocalDate date, Long document) {
        validTo = date;
        endDocument = document;
        version++;
    }

    Long endDocument() {
        return endDocument;
    }

    UnitRow row(UnitDetails details) {
        return new UnitRow(code, level, kind, validFrom, validTo, version, details);
    }
}
