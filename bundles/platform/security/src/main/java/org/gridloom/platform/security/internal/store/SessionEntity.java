package org.gridloom.platform.security.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.gridloom.platform.security.internal.SessionInfo;
import org.gridloom.platform.tx.Sql;

@Entity(name = "Session")
@Table(name = "security_session")
class SessionEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "security_sequence")
    private Long id;

    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "account_id")
    private long accountId;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Column(name = "last_used_at")
    private OffsetDateTime lastUsedAt;

    private String source;

    private String agent;

    protected SessionEntity() {}

    SessionEntity(String tokenHash, long accountId, Instant now, String source, String agent) {
        this.tokenHash = tokenHash;
        this.accountId = accountId;
        this.createdAt = Sql.time(now);
        this.lastUsedAt = createdAt;
        this.source = source;
        this.agent = agent;
    }

    SessionInfo toInfo() {
        return new SessionInfo(id, createdAt.toInstant(), lastUsedAt.toInstant(), source, agent);
    }
}
