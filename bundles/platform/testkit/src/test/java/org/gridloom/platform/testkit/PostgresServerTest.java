package org.gridloom.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.gridloom.platform.persistence.internal.db.Database;
import org.gridloom.platform.persistence.internal.db.DatabaseSettings;
import org.gridloom.platform.persistence.internal.tx.JoinedTransactions;
import org.gridloom.platform.persistence.internal.tx.UnitTransactions;
import org.gridloom.platform.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class PostgresServerTest {

    @Test
    void thePlatformHealsWhenPostgresWasKilledAndIsBack() {
        TestAccess access = new TestAccess();
        try (PostgresServer server = PostgresServer.start();
                Database database =
                        new Database(new DatabaseSettings(server.create("district"), PostgresServer.USER, "", 2))) {
            UnitTransactions transactions = new UnitTransactions(
                    new JoinedTransactions(database.pool(), access, new TestClock(), () -> {}, thrown -> {}), null);
            assertThat(answer(transactions)).isEqualTo(1);

            server.kill();
            assertThatThrownBy(() -> answer(transactions))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.UNAVAILABLE));
            server.restart();

            assertThat(eventually(transactions)).isEqualTo(1);
        }
    }

    /** A connection that broke unseen may fail once more; then all are new. */
    private static int eventually(UnitTransactions transactions) {
        Problem last = null;
        for (int attempt = 0; attempt < 3; attempt++) {
            try {
                return answer(transactions);
            } catch (Problem e) {
                last = e;
            }
        }
        throw last;
    }

    private static int answer(UnitTransactions transactions) {
        return transactions.read(tx -> {
            try (var statement = tx.connection().createStatement();
                    var row = statement.executeQuery("select 1")) {
                row.next();
                return row.getInt(1);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
