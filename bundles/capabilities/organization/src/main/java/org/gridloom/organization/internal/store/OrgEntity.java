package org.gridloom.organization.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** An organisation of any family. */
@Entity
@Table(name = "organization_org")
class OrgEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "organization_party")
    @SequenceGenerator(name = "organization_party", sequenceName = "organization_party_sequence", allocationSize = 50)
    @Column(name = "id")
    Long id;

    @Column(name = "family")
    String family;

    @Column(name = "code")
    String code;

    @Column(name = "version")
    long version;

    long version() {
        return version;
    }

    /** Changes go through methods: what others assign to a field is not noticed. */
    void becameVersion(long next) {
        version = next;
    }
}
