package org.gridloom.organization.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.gridloom.organization.UnitSuccession;
import org.gridloom.organization.internal.domain.Succession;

/** A step of the succession. */
@Entity
@Table(name = "organization_succession")
class SuccessionEntity {

    @Id
    @Column(name = "ordinal")
    private long ordinal;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private UnitSuccession.Kind kind;

    @Column(name = "from_code")
    private String from;

    @Column(name = "to_code")
    private String to;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "document_id")
    private Long document;

    static SuccessionEntity of(Succession.Step step) {
        SuccessionEntity entity = new SuccessionEntity();
        entity.ordinal = step.ordinal();
        entity.kind = step.kind();
        entity.from = step.from();
        entity.to = step.to();
        entity.validFrom = step.date();
        entity.document = step.document();
        return entity;
    }

    Succession.Step step() {
        return new Succession.Step(ordinal, kind, from, to, validFrom, document);
    }
}
