package org.gridloom.training.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.gridloom.training.Certificate;

/** A certificate. */
@Entity
@Table(name = "training_certificate")
class CertificateEntity {

    /** Stands for a certificate that is good for ever, so that one comparison will do. */
    private static final LocalDate EVER = LocalDate.of(9999, 12, 31);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "training")
    @Column(name = "id")
    Long id;

    @Column(name = "number")
    String number;

    @Column(name = "programme")
    String programme;

    @Column(name = "person")
    String person;

    @Column(name = "unit_code")
    String unit;

    @Column(name = "issued_on")
    LocalDate issuedOn;

    @Column(name = "valid_to")
    LocalDate validTo;

    @Column(name = "revoked_on")
    LocalDate revokedOn;

    @Column(name = "reason")
    String reason;

    @Column(name = "reminded_on")
    LocalDate remindedOn;

    @Column(name = "version")
    long version;

    static CertificateEntity of(Certificate certificate) {
        CertificateEntity entity = new CertificateEntity();
        entity.number = certificate.number();
        entity.programme = certificate.programme();
        entity.person = certificate.person();
        entity.unit = certificate.unit();
        entity.issuedOn = certificate.issuedOn();
        entity.validTo = certificate.validTo() == null ? EVER : certificate.validTo();
        entity.version = 1;
        return entity;
    }

    void revoke(LocalDate on, String why) {
        revokedOn = on;
        reason = why;
        version++;
    }

    void remind(LocalDate on) {
        remindedOn = on;
    }

    /** Without the person's name. */
    Certificate certificate() {
        return new Certificate(
                id,
                number,
                programme,
                person,
                null,
                unit,
                issuedOn,
                EVER.equals(validTo) ? null : validTo,
                revokedOn,
                reason,
                version);
    }
}
