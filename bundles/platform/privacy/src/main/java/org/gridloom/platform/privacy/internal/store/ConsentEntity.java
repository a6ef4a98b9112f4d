package org.gridloom.platform.privacy.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.gridloom.platform.privacy.internal.Consent;

/** A person's consent. */
@Entity
@Table(name = "privacy_consent")
class ConsentEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "privacy_consent")
    @SequenceGenerator(name = "privacy_consent", sequenceName = "privacy_consent_seq", allocationSize = 50)
    @Column(name = "id")
    Long id;

    @Column(name = "subject")
    String subject;

    @Column(name = "field")
    String field;

    @Column(name = "given_on")
    LocalDate givenOn;

    @Column(name = "given_document")
    String givenDocument;

    @Column(name = "withdrawn_on")
    LocalDate withdrawnOn;

    @Column(name = "withdrawn_document")
    String withdrawnDocument;

    @Column(name = "in_force")
    String inForce;

    void withdraw(LocalDate on, String document) {
        withdrawnOn = on;
        withdrawnDocument = document;
        inForce = null;
    }

    Consent view() {
        return new Consent(id, subject, field, givenOn, givenDocument, withdrawnOn, withdrawnDocument);
    }
}
