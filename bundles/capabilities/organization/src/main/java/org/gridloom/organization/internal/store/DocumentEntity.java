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
    @SequenceGenerator(name = "organization_document", sequenceName = "organization_document_seq", allocationSize = 50)
    @Column(name = "id")
    private Long id;

    @Column(name = "number_text")
    private String number;

    @Column(name = "title")
    private String title;

    @Column(name = "issuer")
    private String issuer;

    @Column(name = "issued_on")
    private LocalDate issuedOn;

    @Column(name = "valid_from")
    private LocalDate inForceFrom;

    @Column(name = "valid_to")
    private LocalDate inForceTo;

    @Column(name = "supersedes_id")
    private Long supersedes;

    @Column(name = "note")
    private String note;

    @Version
    @Column(name = "version")
    private long version;

    Long supersedes() {
        return supersedes;
    }

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
        return new Document(id, number, title, issuer, issuedOn, inForceFrom, inForceTo, supersedes, note, version);
    }
}
