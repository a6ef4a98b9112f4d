package org.gridloom.organization.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.gridloom.organization.Document;
import org.gridloom.organization.DocumentDraft;

/** An entry of the document register. */
@Entity
@Table(name = "organization_document")
class DocumentEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "organization_document")
    @SequenceGenerator(
            name = "organization_document",
            sequenceName = "organization_document_seq",
            allocationSize = 50)
    @Column(name = "id")
    Long id;

    @Column(name = "number_text")
    String number;

    @Column(name = "title")
    String title;

    @Column(name = "issuer")
    String issuer;

    @Column(name = "issued_on")
    LocalDate issuedOn;

    @Column(name = "valid_from")
    LocalDate inForceFrom;

    @Column(name = "valid_to")
    LocalDate inForceTo;

    @Column(name = "supersedes_id")
    Long supersedes;

    @Column(name = "note")
    String note;

    @Version
    @Column(name = "version")
    long version;

    void set(DocumentDraft draft) {
        number = draft.number().strip();
        title = draft.title().strip();
        issuer = draft.issuer().strip();
        issuedOn = draft.issuedOn();
        inForceFrom = draft.inForceFrom();
        inForceTo = draft.inForceTo();
        supersedes = draft.supersedes();
        note = draft.note();
    }

    Document document() {
        return new Document(
                id, number, title, issuer, issuedOn, inForceFrom, inForceTo, supersedes, note, version);
    }
}
