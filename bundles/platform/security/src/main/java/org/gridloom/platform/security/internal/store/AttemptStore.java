package org.gridloom.platform.security.internal.store;

import java.sql.Connection;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gridloom.platform.security.internal.domain.BackOff.Failures;
import org.gridloom.platform.tx.Sql;

/** Failed sign-ins in the database, by digests that do not tell what was typed. */
public final class AttemptStore {

    private final Sql sql;

    public AttemptStore(Connection connection) {
        sql = new Sql(connection);
    }

    public Failures of(String subject) {
        return find(subject, "").orElse(Failures.NONE);
    }

    /** As {@link #of}, and keeps others from counting until the transaction ends. */
    public Failures locked(String subject, Instant now) {
        Optional<Failures> known = find(subject, " for update");
        if (known.isEmpty()) {
            sql.update(
                    "insert into security_attempt (subject, failures, last_failure, blocked_until)"
                            + " select ?, 0, ?, null from security_state s"
                            + " where not exists (select 1 from security_attempt a where a.subject = ?)",
                    subject,
                    now,
                    subject);
        }
        return known.orElse(Failures.NONE);
    }

    public void save(String subject, Failures failures) {
        sql.update(
                "update security_attempt set failures = ?, last_failure = ?, blocked_until = ? where subject = ?",
                failures.count(),
                failures.last(),
                failures.blockedUntil(),
                subject);
    }

    public void forget(String subject) {
        sql.update("delete from security_attempt where subject = ?", subject);
    }

    /** Forgets all failures whose subject begins so; false where there was none. */
    public boolean forgetAll(String prefix) {
        return sql.update("delete from security_attempt where subject like ?", prefix + "%") > 0;
    }

    /** All that is blocked at a time, few rows in all. */
    public Map<String, Instant> blocked(Instant now) {
        Map<String, Instant> blocked = new HashMap<>();
        sql.list(
                row -> blocked.put(row.getString(1), Sql.instant(row, 2)),
                "select subject, blocked_until from security_attempt where blocked_until > ?",
                now);
        return blocked;
    }

    public void forgetBefore(Instant time) {
        sql.update(
                "delete from security_attempt where last_failure < ? and (blocked_until is null or blocked_until < ?)",
                time,
                time);
    }

    private Optional<Failures> find(String subject, String lock) {
        return sql.first(
                row -> new Failures(row.getInt(1), Sql.instant(row, 2), Sql.instant(row, 3)),
                "select failures, last_failure, blocked_until from security_attempt where subject = ?" + lock,
                subject);
    }
}
