package org.gridloom.platform.jobs.internal.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridloom.platform.job.Job;
import org.gridloom.platform.jobs.internal.JobView;
import org.gridloom.platform.tx.Sql;

/**
 * Jobs in the database. Whoever has a job's row locked does it; the lock ends with its transaction, or with the
 * connection of a node that died.
 */
public final class JobRows {

    /** The key of a recurring job, which no job that was scheduled has. */
    public static final String RECURRING = "";

    private static final String COLUMNS =
            "id, name, job_key, due_at, payload, token, attempts, next_attempt_at, failed_at, error, done_at";

    private static final String INSERT =
            " platform_job (name, job_key, due_at, payload, token, attempts, next_attempt_at, failed_at, error) ";

    /** Both wait for another one that schedules the same, and none fails for it. */
    private static final String PUT_H2 =
            "merge into" + INSERT + "key (name, job_key) values (?, ?, ?, ?, ?, 0, ?, null, null)";

    private static final String PUT = "insert into" + INSERT + """
            values (?, ?, ?, ?, ?, 0, ?, null, null)
            on conflict (name, job_key) do update set due_at = excluded.due_at, payload = excluded.payload,
              token = excluded.token, attempts = 0, next_attempt_at = excluded.next_attempt_at,
              failed_at = null, error = null""";

    private static final String STANDING = """
            select name, count(next_attempt_at) waiting, count(*) - count(next_attempt_at) parked,
              sum(case when next_attempt_at is not null and attempts > 0 then 1 else 0 end) retried,
              max(case when next_attempt_at is not null and attempts > ? then attempts else 0 end) failures,
              min(case when next_attempt_at <= ? then next_attempt_at end) oldest
            from platform_job group by name order by name""";

    /**
     * A job that this transaction has for itself.
     *
     * @param token another one after each scheduling and each run
     * @param attempts how often it has failed
     */
    public record Taken(long id, Job job, String token, int attempts) {

        public boolean isRecurring() {
            return job.key().equals(RECURRING);
        }
    }

    private final Sql sql;

    public JobRows(Connection connection) {
        sql = new Sql(connection);
    }

    public void put(String name, String key, Instant due, Map<String, ?> payload) {
        sql.update(isH2() ? PUT_H2 : PUT, name, key, due, Json.write(payload), newToken(), due);
    }

    public boolean remove(String name, String key) {
        return sql.update("delete from platform_job where name = ? and job_key = ?", name, key) > 0;
    }

    public Optional<Job> find(String name, String key) {
        return sql.first(
                JobRows::job, "select " + COLUMNS + " from platform_job where name = ? and job_key = ?", name, key);
    }

    /** A recurring job is to run no later than so; one that is there already may run sooner than it was to. */
    public void recur(String name, Instant next) {
        Optional<Job> known = find(name, RECURRING);
        if (known.isEmpty()) {
            put(name, RECURRING, next, Map.of());
        } else if (known.get().dueAt().isAfter(next)) {
            sql.update(
                    "update platform_job set due_at = ?, next_attempt_at = ?"
                            + " where name = ? and job_key = ? and due_at > ?",
                    next,
                    next,
                    name,
                    RECURRING,
                    next);
        }
    }

    /** Names of jobs that are due. */
    public List<String> due(Instant now) {
        return sql.list(
                row -> row.getString(1), "select distinct name from platform_job where next_attempt_at <= ?", now);
    }

    /** Ids of jobs that are due, those that wait longest first. */
    public List<Long> due(String name, Instant now, int limit) {
        return sql.list(
                row -> row.getLong(1),
                "select id from platform_job where name = ? and next_attempt_at <= ?"
                        + " order by next_attempt_at, id fetch first " + limit + " rows only",
                name,
                now);
    }

    /** The job, for this transaction only; empty while another has it, and where it is not due any more. */
    public Optional<Taken> take(long id, Instant now) {
        return sql.first(
                JobRows::taken,
                "select " + COLUMNS + " from platform_job where id = ? and next_attempt_at <= ?"
                        + " for update skip locked",
                id,
                now);
    }

    /** As it was taken before, unless another node has dealt with it meanwhile or does so now. */
    public boolean takeAgain(Taken job) {
        return sql.first(
                        row -> true,
                        "select 1 from platform_job where id = ? and token = ? and attempts = ? for update skip locked",
                        job.id(),
                        job.token(),
                        job.attempts())
                .isPresent();
    }

    /** It is done, for good; nothing happens where it was scheduled again within its own run. */
    public void done(Taken job) {
        sql.update("delete from platform_job where id = ? and token = ?", job.id(), job.token());
    }

    /** It is done for this time. */
    public void done(Taken job, Instant now, Instant next) {
        sql.update(
                "update platform_job set due_at = ?, next_attempt_at = ?, token = ?, attempts = 0, failed_at = null,"
                        + " error = null, done_at = ? where id = ? and token = ?",
                next,
                next,
                newToken(),
                now,
                job.id(),
                job.token());
    }

    /** @param next when it is tried again; null where it is parked */
    public void failed(Taken job, Instant now, Instant next, String error) {
        sql.update(
                "update platform_job set attempts = ?, failed_at = ?, next_attempt_at = ?, error = ? where id = ?",
                job.attempts() + 1,
                now,
                next,
                error,
                job.id());
    }

    /** A recurring job has failed too often: its next time is another chance. */
    public void postponed(Taken job, Instant next) {
        sql.update("update platform_job set due_at = ? where id = ?", next, job.id());
    }

    /** Locks the job until the end of the transaction; one that runs is waited for. */
    public Optional<JobView> lock(long id) {
        return sql.first(JobRows::view, "select " + COLUMNS + " from platform_job where id = ? for update", id);
    }

    public void dueNow(long id, Instant now) {
        sql.update("update platform_job set next_attempt_at = ? where id = ?", now, id);
    }

    public void remove(long id) {
        sql.update("delete from platform_job where id = ?", id);
    }

    public Optional<JobView> get(long id) {
        return sql.first(JobRows::view, "select " + COLUMNS + " from platform_job where id = ?", id);
    }

    /** What is parked first, then by when it is tried next. */
    public List<JobView> list(String name, String state, int offset, int size) {
        List<Object> values = new ArrayList<>();
        String where = where(name, state, values);
        return sql.list(
                JobRows::view,
                "select " + COLUMNS + " from platform_job" + where + " order by next_attempt_at nulls first, id offset "
                        + offset + " rows fetch next " + size + " rows only",
                values.toArray());
    }

    public long count(String name, String state) {
        List<Object> values = new ArrayList<>();
        return sql.count("select count(*) from platform_job" + where(name, state, values), values.toArray());
    }

    /** Names of all jobs there are, in order. */
    public List<String> names() {
        return sql.list(row -> row.getString(1), "select distinct name from platform_job order by name");
    }

    /**
     * How the jobs of each name stand, in order of the names.
     *
     * @param most a job that failed more often, and is not parked, waits for its next time
     */
    public List<JobsStanding> standing(Instant now, int most) {
        return sql.list(
                row -> new JobsStanding(
                        row.getString("name"),
                        row.getLong("waiting"),
                        row.getLong("parked"),
                        row.getLong("retried"),
                        row.getInt("failures"),
                        Sql.instant(row, "oldest")),
                STANDING,
                most,
                Sql.time(now));
    }

    private static String where(String name, String state, List<Object> values) {
        StringBuilder where = new StringBuilder(" where 1 = 1");
        if (name != null) {
            where.append(" and name = ?");
            values.add(name);
        }
        if (state != null) {
            where.append(
                    switch (state) {
                        case JobView.PARKED -> " and next_attempt_at is null";
                        case JobView.RETRIED -> " and next_attempt_at is not null and attempts > 0";
                        default -> " and next_attempt_at is not null and attempts = 0";
                    });
        }
        return where.toString();
    }

    private static Taken taken(ResultSet row) throws SQLException {
        return new Taken(row.getLong("id"), job(row), row.getString("token"), row.getInt("attempts"));
    }

    private static Job job(ResultSet row) throws SQLException {
        return new Job(
                row.getString("name"),
                row.getString("job_key"),
                Sql.instant(row, "due_at"),
                Json.read(row.getString("payload")));
    }

    private static JobView view(ResultSet row) throws SQLException {
        Job job = job(row);
        Instant next = Sql.instant(row, "next_attempt_at");
        int attempts = row.getInt("attempts");
        return new JobView(
                row.getLong("id"),
                job.name(),
                job.key(),
                job.key().equals(RECURRING),
                state(next, attempts),
                job.dueAt(),
                next,
                attempts,
                Sql.instant(row, "failed_at"),
                row.getString("error"),
                Sql.instant(row, "done_at"),
                job.payload(),
                false);
    }

    private static String state(Instant next, int attempts) {
        if (next == null) {
            return JobView.PARKED;
        }
        return attempts > 0 ? JobView.RETRIED : JobView.WAITING;
    }

    private static String newToken() {
        return UUID.randomUUID().toString();
    }

    private boolean isH2() {
        try {
            return sql.connection().getMetaData().getDatabaseProductName().equals("H2");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
