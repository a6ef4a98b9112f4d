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
public class CertificateEntity {

    /** Stands for a certificate that is good for ever, so that one comparison will do. */
    public static final LocalDate EVER = LocalDate.of(9999, 12, 31);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "training")
    @Column(name = "id")
    public Long id;

    @Column(name = "number")
    public String number;

    @Column(name = "programme")
    public String programme;

    @Column(name = "person")
    public String person;

    @Column(name = "unit_code")
    public String unit;

    @Column(name = "issued_on")
    public LocalDate issuedOn;

    @Column(name = "valid_to")
    public LocalDate validTo;

    @Column(name = "revoked_on")
    public LocalDate revokedOn;

    @Column(name = "reason")
    public String reason;

    @Column(name = "version")
    public long version;

    public void revoke(LocalDate on, String why) {
        revokedOn = on;
        reason = why;
        version++;
    }

    public Certificate certificate(String personName) {
        return new Certificate(
                id,
                number,
                programme,
                person,
                personName,
                unit,
                issuedOn,
                EVER.equals(validTo) ? null : validTo,
                revokedOn,
                reason,
                version);
    }
}
