package org.gridloom.platform.security.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.gridloom.platform.security.internal.Account;
import org.gridloom.platform.tx.Sql;

@Entity(name = "Account")
@Table(name = "security_account")
class AccountEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "security_sequence")
    @SequenceGenerator(name = "security_sequence", sequenceName = "security_sequence", allocationSize = 50)
    private Long id;

    private String name;

    @Column(name = "display_name")
    private String displayName;

    @Column(name = "unit_code")
    private String unit;

    private boolean enabled;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "must_change_password")
    private boolean mustChangePassword;

    @Column(name = "credential_version")
    private long credentialVersion;

    @Column(name = "password_changed_at")
    private OffsetDateTime passwordChangedAt;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Version
    private long version;

    protected AccountEntity() {}

    AccountEntity(String name, Instant createdAt) {
        this.name = name;
        this.createdAt = Sql.time(createdAt);
        this.enabled = true;
    }

    Account toAccount() {
        return new Account(
                id,
                name,
                displayName,
                unit,
                enabled,
                mustChangePassword,
                credentialVersion,
                passwordChangedAt.toInstant(),
                createdAt.toInstant(),
                version);
    }

    void describe(String newDisplayName, String newUnit) {
        displayName = newDisplayName;
        unit = newUnit;
    }

    void setPassword(String hash, boolean mustChange, Instant now) {
        passwordHash = hash;
        mustChangePassword = mustChange;
        passwordChangedAt = Sql.time(now);
        credentialVersion++;
    }

    void setEnabled(boolean newEnabled) {
        enabled = newEnabled;
        credentialVersion++;
    }

    String passwordHash() {
        return passwordHash;
    }
}
