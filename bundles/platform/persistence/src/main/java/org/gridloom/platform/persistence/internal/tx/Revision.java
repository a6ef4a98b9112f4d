package org.gridloom.platform.persistence.internal.tx;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Counts changes by the audit trail, as each change has an entry there: those that have their place in the chain are as
 * many as its last position says, the few others are counted. One statement, hence one view of both.
 */
final class Revision {

    private static final String SEEN = """
            select coalesce((select max(position) from platform_audit), 0)
              + (select count(*) from platform_audit where position is null)""";

    private Revision() {}

    static long seen(Connection connection) {
        try (PreparedStatement statement = connection.prepareStatement(SEEN);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
