package org.gridloom.platform.operations.internal.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.gridloom.platform.files.DataFolder;
import org.gridloom.platform.operations.internal.backup.StagedFiles.Note;
import org.gridloom.platform.persistence.Indispensable;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.tx.Transactions;

/** Brings a restore that did not come to its end to one: all of it where its rows committed, else nothing of it. */
final class UnfinishedRestore {

    private final Access access;
    private final Transactions transactions;
    private final StagedFiles files;

    UnfinishedRestore(Access access, Transactions transactions, DataFolder data) {
        this.access = access;
        this.transactions = transactions;
        this.files = new StagedFiles(data);
    }

    /**
     * What became of it.
     *
     * @param archive the file
     * @param restored false if the installation is as it was before
     */
    record Settled(String archive, boolean restored) {}

    /** Empty if there is none. */
    Optional<Settled> settle() throws IOException {
        Optional<Note> note = files.note();
        if (note.isEmpty()) {
            files.discard();
            return Optional.empty();
        }
        boolean restored = hasRows(note.get());
        if (restored) {
            files.place(note.get());
        } else {
            files.discard();
        }
        return Optional.of(new Settled(note.get().archive(), restored));
    }

    private boolean hasRows(Note note) {
        return access.asSystem(
                "restore", () -> Indispensable.call(() -> transactions.call(tx -> hasRows(tx.connection(), note))));
    }

    private static boolean hasRows(Connection connection, Note note) {
        try {
            awaitKilledTransaction(connection);
            try (PreparedStatement select = connection.prepareStatement(
                    "select count(*) from platform_audit where action = ? and after_json like ?")) {
                select.setString(1, Restore.ACTION);
                select.setString(2, "%" + note.id() + "%");
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getLong(1) > 0;
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A server of PostgreSQL may still be at the commit of a client that is dead: each restore has locked this row. */
    private static void awaitKilledTransaction(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select id from platform_read_only for update")) {
            row.next();
        }
    }
}
