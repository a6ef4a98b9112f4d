package org.gridloom.organization.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.gridloom.organization.internal.domain.Term;

/** A term in a post. */
@Entity
@Table(name = "organization_post")
class PostEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "organization_party")
    @Column(name = "id")
    Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "person_id")
    PersonEntity person;

    @Column(name = "kind")
    String kind;

    @Column(name = "holder")
    String holder;

    @Column(name = "at_code")
    String at;

    @Column(name = "valid_from")
    LocalDate validFrom;

    @Column(name = "valid_to")
    LocalDate validTo;

    @Column(name = "cross_appointment")
    String crossAppointment;

    @Column(name = "represents")
    String represents;

    @Column(name = "replaces")
    Long replaces;

    @Column(name = "note")
    String note;

    @Column(name = "version")
    long version;

    void set(Term term) {
        kind = term.kind();
        holder = term.holder();
        at = term.at();
        validFrom = term.from();
        validTo = Days.stored(term.to());
        crossAppointment = term.crossAppointment();
        represents = term.represents();
        replaces = term.replaces();
        note = term.note();
        version = term.version();
    }

    void withoutNote() {
        note = null;
        version++;
    }

    Term term(String personCode) {
        return new Term(
                id,
                personCode,
                kind,
                holder,
                at,
                validFrom,
                Days.read(validTo),
                crossAppointment,
                represents,
                replaces,
                note,
                version);
    }
}
