package org.gridloom.platform.security.internal.store;

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
import org.gridloom.platform.security.internal.Grant;

@Entity(name = "Grant")
@Table(name = "security_grant")
class GrantEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "security_sequence")
    private Long id;

    @Column(name = "account_id")
    private long accountId;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "role_id")
    private RoleEntity role;

    @Column(name = "unit_code")
    private String unit;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    protected GrantEntity() {}

    GrantEntity(long accountId, RoleEntity role, String unit, LocalDate validFrom, LocalDate validTo) {
        this.accountId = accountId;
        this.role = role;
        this.unit = unit;
        this.validFrom = validFrom;
        this.validTo = validTo;
    }

    Grant toGrant() {
        return new Grant(id, role.toRole(), unit, validFrom, validTo);
    }
}
