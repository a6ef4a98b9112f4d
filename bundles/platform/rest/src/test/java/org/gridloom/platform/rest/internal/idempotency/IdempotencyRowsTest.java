package org.gridloom.platform.rest.internal.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.tx.Tx;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On H2, whose time-outs belong to the connection. */
class IdempotencyRowsTest {

    private static final RequestKey KEY = new RequestKey("admin", "k1");

    @RegisterExtension
    final TestDatabase db = TestDatabase.onH2(2);

    /** Again and again, as H2 says it in one of two ways, and after one of them the pool gives up the connection. */
    @RepeatedTest(50)
    void aRowThatCannotBeWrittenInTimeMeansABusyDatabaseNotARequestThatIsRunning() throws SQLException {
        try (Connection other = db.dataSource().getConnection()) {
            execute(
                    other,
                    "insert into platform_idempotency (account, request_key, route, body_digest, created_at)"
                            + " values ('admin', '" + KEY.stored() + "', '/api', 'd', current_timestamp)");

            assertThatThrownBy(() -> db.platform().run(tx -> {
                        execute(tx.connection(), "set lock_timeout 3");
                        begin(tx);
                    }))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.UNAVAILABLE));
            other.rollback();
        }
    }

    @Test
    void theTimeOutOfTheRowIsNotThatOfLaterStatements() {
        db.platform().run(tx -> {
            begin(tx);
            assertThat(queryTimeout(tx.connection())).isZero();
        });
    }

    @Test
    void aKeyThatIsTakenLeavesNoTimeOutEither() {
        db.platform().run(IdempotencyRowsTest::begin);

        assertThatThrownBy(() -> db.platform().run(tx -> {
                    assertThatThrownBy(() -> begin(tx)).isInstanceOf(KeyTaken.class);
                    assertThat(queryTimeout(tx.connection())).isZero();
                    throw new KeyTaken();
                }))
                .isInstanceOf(KeyTaken.class);
    }

    private static void begin(Tx tx) {
        IdempotencyRows.of(tx).begin(KEY, "/api/points/notes", "digest", Instant.EPOCH);
    }

    private static int queryTimeout(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            return statement.getQueryTimeout();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
