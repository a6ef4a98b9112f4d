package org.gridloom.platform.security.internal.store;

import java.sql.Connection;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gridloom.platform.security.internal.domain.BackOff.Failures;

/** Failed sign-ins in the database, by digests that do not tell what was typed. */
public final class AttemptStore {

    private final Connection connection;

    public AttemptStore(Connection connection) {
        this.connection = connection;
    }

    public Failures of(String subject) {
        return find(subject, "").orElse(Failures.NONE);
    }

    /** As {@link #of}, and keeps others from counting until the transaction ends. */
    public Failures locked(String subject, Instant now) {
        Optional<Failures> known = find(subject, " for update");
        if (known.isEmpty()) {
            Sql.update(
                    connection,
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
        Sql.update(
                connection,
                "update security_attempt set failures = ?, last_failure = ?, blocked_until = ? where subject = ?",
                failures.count(),
                failures.last(),
                failures.blockedUntil(),
                subject);
    }

    public void forget(String subject) {
        Sql.update(connection, "delete from security_attempt where subject = ?", subject);
    }

    /** Forgets all failures whose subject begins so; false where there was none. */
    public boolean forgetAll(String prefix) {
        return Sql.update(connection, "delete from security_attempt where subject like ?", prefix + "%") > 0;
    }

    /** All that is blocked at a time, few rows in all. */
    public Map<String, Instant> blocked(Instant now) {
        Map<String, Instant> blocked = new HashMap<>();
        Sql.all(
                connection,
                "select subject, blocked_until from security_attempt where blocked_until > ?",
                row -> blocked.put(row.getString(1), Sql.instant(row, 2)),
                now);
        return blocked;
    }

    public void forgetBefore(Instant time) {
        Sql.update(
                connection,
                "delete from security_attempt where last_failure < ? and (blocked_until is null or blocked_until < ?)",
                time,
                time);
    }

    private Optional<Failures> find(String subject, String lock) {
        return Sql.first(
                connection,
                "select failures, last_failure, blocked_until from security_attempt where subject = ?" + lock,
                row -> new Failures(row.getInt(1), Sql.instant(row, 2), Sql.instant(row, 3)),
                subject);
    }
}
