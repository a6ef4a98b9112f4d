package org.gridloom.organization.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.gridloom.organization.BodyMember;

/** An outside organisation's membership of a coordination body. */
@Entity
@Table(name = "organization_coordination_member")
class BodyMemberEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "organization_party")
    @Column(name = "id")
    Long id;

    @Column(name = "body")
    String body;

    @Column(name = "organization")
    String organization;

    @Column(name = "valid_from")
    LocalDate validFrom;

    @Column(name = "valid_to")
    LocalDate validTo;

    @Column(name = "version")
    long version;

    void end(LocalDate on) {
        validTo = on.isBefore(validFrom) ? validFrom : on;
        version++;
    }

    BodyMember member(String name) {
        return new BodyMember(id, body, organization, name, validFrom, Days.read(validTo), version);
    }
}
