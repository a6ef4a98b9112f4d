package org.gridloom.platform.events.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.gridloom.platform.events.internal.chain.Anchors;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.testkit.TestFiles;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.EventDraft;
import org.gridloom.platform.tx.Tx;

/** Databases with recorded rows, for the tests of this bundle. */
public enum Databases {
    H2 {
        @Override
        public TestDatabase open() {
            return TestDatabase.onH2(4);
        }
    },
    POSTGRESQL {
        @Override
        public TestDatabase open() {
            return TestDatabase.onPostgres(4);
        }
    };

    public abstract TestDatabase open();

    public static void record(TestDatabase db, String subject, String unit) {
        db.platform().run(tx -> record(tx, subject, unit));
    }

    public static void record(Tx tx, String subject, String unit) {
        tx.audit(AuditEntry.changed(
                "test.item.renamed", subject, unit, Map.of("name", "旧"), Map.of("name", "新"), "because"));
        tx.publish(new EventDraft("test.item.renamed", 1, subject, unit, Map.of("id", subject)));
    }

    /** Anchors in a folder of their own, which goes with the build's. */
    static Anchors anchors(TestDatabase db) {
        Path folder = Path.of("target", "anchors", UUID.randomUUID().toString());
        return new Anchors(db.platform(), TestFiles.in(folder), db.clock());
    }

    /** Somebody at the database itself. */
    public static void tamper(TestDatabase db, String... statements) {
        try (Connection connection = db.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
