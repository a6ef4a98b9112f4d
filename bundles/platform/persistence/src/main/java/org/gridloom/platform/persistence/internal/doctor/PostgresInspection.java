package org.gridloom.platform.persistence.internal.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** PostgreSQL. An account without special rights sees less of it, and then less is found out. */
record PostgresInspection(Connection connection) implements Inspection {

    /** Never the statements: they may hold values. */
    private static final String OPEN = """
            select count(*), coalesce(max(extract(epoch from clock_timestamp() - xact_start)), 0)::bigint,
              coalesce(max(application_name), '')
            from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
              and extract(epoch from clock_timestamp() - xact_start) > ?""";

    private static final String IS_BESIDE =
            "(inet_server_addr() is null or host(inet_server_addr()) in ('127.0.0.1', '::1'))";

    private static final String FOLDER =
            "select setting from pg_settings where name = 'data_directory' and " + IS_BESIDE;

    private static final String CONNECTIONS = """
            select (select count(*) from pg_stat_activity where backend_type = 'client backend'),
              (select setting::bigint from pg_settings where name = 'max_connections')""";

    private static final String MIGRATING = """
            select 1, coalesce(extract(epoch from clock_timestamp() - a.backend_start), 0)::bigint,
              coalesce(host(a.client_addr), '')
            from pg_locks l left join pg_stat_activity a on a.pid = l.pid
            where l.locktype = 'advisory' and l.granted and l.classid::bigint = ? and l.objid::bigint = ?
              and l.database = (select oid from pg_database where datname = current_database())""";

    private interface Mapper<T> {
        T of(ResultSet row) throws SQLException;
    }

    @Override
    public Instant now() throws SQLException {
        return first("select clock_timestamp()", row -> row.getObject(1, OffsetDateTime.class))
                .orElseThrow()
                .toInstant();
    }

    @Override
    public LongOnes openFor(long seconds) throws SQLException {
        return first(OPEN, PostgresInspection::longOnes, seconds).orElseThrow();
    }

    @Override
    public Optional<Long> bytes() throws SQLException {
        return first("select pg_database_size(current_database())", row -> row.getLong(1));
    }

    @Override
    public Optional<Connections> connections() throws SQLException {
        return first(CONNECTIONS, row -> new Connections(row.getLong(1), row.getLong(2)));
    }

    @Override
    public Optional<Path> folder() throws SQLException {
        return first(FOLDER, row -> Path.of(row.getString(1))).filter(Files::isDirectory);
    }

    @Override
    public boolean isBeside() throws SQLException {
        return first("select " + IS_BESIDE, row -> row.getBoolean(1)).orElse(false);
    }

    @Override
    public boolean isElsewhere() {
        return true;
    }

    @Override
    public Optional<LongOnes> migrating(long lock) throws SQLException {
        return first(MIGRATING, PostgresInspection::longOnes, lock >>> Integer.SIZE, lock & 0xFFFF_FFFFL);
    }

    private static LongOnes longOnes(ResultSet row) throws SQLException {
        return new LongOnes(row.getLong(1), row.getLong(2), row.getString(3));
    }

    private <T> Optional<T> first(String sql, Mapper<T> mapper, Object... values) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.ofNullable(mapper.of(row)) : Optional.empty();
            }
        }
    }
}
