package org.gridloom.platform.security.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridloom.platform.security.internal.SessionInfo;
import org.gridloom.platform.tx.Sql;
import org.gridloom.platform.tx.Tx;

/** Sessions in the database. Each request asks for one, so that is one query with all it needs. */
public final class SessionStore {

    private static final String LIVE = """
            select s.id, s.created_at, s.last_used_at, a.name, a.enabled, a.credential_version, t.revision
            from security_session s
            join security_account a on a.id = s.account_id
            join security_state t on t.id = 1
            where s.token_hash = ?""";

    private static final String STANDING = """
            select a.name, a.enabled, a.credential_version, t.revision
            from security_account a
            join security_state t on t.id = 1
            where a.name = ?""";

    private final Tx tx;

    public SessionStore(Tx tx) {
        this.tx = tx;
    }

    public void insert(String tokenHash, long accountId, Instant now, String source, String agent) {
        tx.em().persist(new SessionEntity(tokenHash, accountId, now, source, agent));
    }

    public Optional<LiveSession> find(String tokenHash) {
        return sql().first(
                        row -> new LiveSession(
                                row.getLong(1),
                                Sql.instant(row, 2),
                                Sql.instant(row, 3),
                                new Standing(row.getString(4), row.getBoolean(5), row.getLong(6), row.getString(7))),
                        LIVE,
                        tokenHash);
    }

    /** How an account stands now. */
    public Optional<Standing> standing(String account) {
        return sql().first(
                        row -> new Standing(row.getString(1), row.getBoolean(2), row.getLong(3), row.getString(4)),
                        STANDING,
                        account);
    }

    public void touch(long id, Instant now) {
        sql().update("update security_session set last_used_at = ? where id = ?", now, id);
    }

    public boolean delete(String tokenHash) {
        return sql().update("delete from security_session where token_hash = ?", tokenHash) > 0;
    }

    public boolean delete(long accountId, long id) {
        return sql().update("delete from security_session where account_id = ? and id = ?", accountId, id) > 0;
    }

    /** Ends all the account's sessions but one. */
    public int deleteAll(long accountId, String exceptTokenHash) {
        return sql().update(
                        "delete from security_session where account_id = ? and token_hash <> ?",
                        accountId,
                        exceptTokenHash);
    }

    /** Also ends those past their absolute age, as nothing touches them any more. */
    public void deleteIdle(Instant lastUsedBefore) {
        sql().update("delete from security_session where last_used_at < ?", lastUsedBefore);
    }

    /** Newest first. */
    public List<SessionInfo> of(long accountId) {
        return tx
                .em()
                .createQuery(
                        "select s from Session s where s.accountId = :account order by s.id desc", SessionEntity.class)
                .setParameter("account", accountId)
                .getResultList()
                .stream()
                .map(SessionEntity::toInfo)
                .toList();
    }

    private Sql sql() {
        return Sql.of(tx);
    }

    /** A session and its account's standing. */
    public record LiveSession(long id, Instant createdAt, Instant lastUsedAt, Standing standing) {}

    /** Whether an account may sign in, and what its rights were last changed with. */
    public record Standing(String account, boolean enabled, long credentialVersion, String revision) {}
}
