package org.gridloom.platform.persistence.internal.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.regex.Pattern;
import liquibase.ChecksumVersion;
import liquibase.changelog.ChangeSet;

/**
 * The statements of a unit's change set, each noted before it runs, for a database that cannot roll back changes of tables. What
 * ran before a process was killed is left out by the next; the one that was under way was rolled back, or its change of a table
 * is found to be made.
 */
final class Steps {

    /** So many of the change set's statements ran; whether the next was begun, and may have been done. */
    private record Note(int done, boolean isBegun) {

        private static final Note NONE = new Note(0, false);
    }

    /** Runs a statement on the database. */
    interface Call {
        Object run() throws Throwable;
    }

    private static final Pattern OF_TABLES =
            Pattern.compile("\\s*(create|alter|drop)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** H2's answers for what is there already, or gone: tables, columns and indexes (42S..), and all else. */
    private static final Set<String> MADE_ALREADY =
            Set.of("90017", "90035", "90036", "90037", "90038", "90045", "90057");

    private final Connection connection;
    private final String unit;
    private Note former = Note.NONE;
    private String changeSet;
    private int next;
    private boolean isFailed;

    Steps(Connection connection, String unit) {
        this.connection = connection;
        this.unit = unit;
    }

    /** Makes the table, by whoever alone migrates; on each database, as a backup of one is restored on the other. */
    static void prepare(Connection connection) throws SQLException {
        try (Statement create = connection.createStatement()) {
            create.execute("create table if not exists platform_step (unit varchar(200) not null primary key,"
                    + " change_set varchar(600) not null, done int not null, begun boolean not null)");
        }
        connection.commit();
    }

    /** Whether some of it was done before. */
    boolean begin(ChangeSet beginning) throws SQLException {
        changeSet = Judgement.name(beginning) + ' ' + beginning.generateCheckSum(ChecksumVersion.latest());
        next = 0;
        isFailed = false;
        former = noted();
        return former != Note.NONE;
    }

    /** Runs the next statement, or gives null in place of its result if it ran before. */
    Object run(String sql, Call statement) throws Throwable {
        int number = next++;
        if (number < former.done()) {
            return null;
        }
        boolean mayBeDone = number == former.done() && former.isBegun();
        if (!mayBeDone) {
            note(number, true);
        }
        try {
            return statement.run();
        } catch (SQLException e) {
            if (mayBeDone && isMadeAlready(sql, e)) {
                return null;
            }
            isFailed = true;
            throw e;
        }
    }

    private static boolean isMadeAlready(String sql, SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return OF_TABLES.matcher(sql).matches() && (state.startsWith("42S") || MADE_ALREADY.contains(state));
    }

    /** Forgets the change set when it is marked as run, with the transaction of the mark. */
    void done() throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from platform_step where unit = ?")) {
            delete.setString(1, unit);
            delete.executeUpdate();
        }
    }

    /** Notes after it was rolled back that the last statement was refused: it was surely not done. */
    void failed() throws SQLException {
        if (isFailed) {
            note(next - 1, false);
        }
    }

    private Note noted() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select done, begun from platform_step where unit = ? and change_set = ?")) {
            select.setString(1, unit);
            select.setString(2, changeSet);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new Note(row.getInt(1), row.getBoolean(2)) : Note.NONE;
            }
        }
    }

    /** What ran before is committed with it. */
    private void note(int done, boolean isBegun) throws SQLException {
        done();
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into platform_step (unit, change_set, done, begun) values (?, ?, ?, ?)")) {
            insert.setString(1, unit);
            insert.setString(2, changeSet);
            insert.setInt(3, done);
            insert.setBoolean(4, isBegun);
            insert.executeUpdate();
        }
        connection.commit();
    }
}
