package org.gridloom.platform.persistence.internal.tx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseErrorsTest {

    private Connection connection;

    @BeforeEach
    void aTable() throws SQLException {
        connection = DriverManager.getConnection("jdbc:h2:mem:");
        execute("create table unit (code varchar(20) primary key, phone varchar(20))");
        execute("create unique index unit_phone on unit (phone)");
        execute("insert into unit values ('1', '13912345678')");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String duplicate(String sql) {
        return DatabaseErrors.index(catchThrowableOfType(SQLException.class, () -> execute(sql)));
    }

    @Test
    void aDuplicatesIndexIsNamedAndNoValue() {
        assertThat(duplicate("insert into unit values ('2', '13912345678')"))
                .isEqualTo("PUBLIC.UNIT_PHONE ON PUBLIC.UNIT");
        assertThat(duplicate("insert into unit values ('1', '13912345679')"))
                .matches("PUBLIC.CONSTRAINT_\\w+ INDEX PUBLIC.PRIMARY_KEY_\\w+ ON PUBLIC.UNIT");
        assertThat(DatabaseErrors.index(
                        new SQLException("ERROR: duplicate key value violates unique constraint \"unit_phone\"\n"
                                + "  Detail: Key (phone)=(13912345678) already exists.")))
                .isEqualTo("unit_phone");
        assertThat(DatabaseErrors.index(new SQLException("Key (phone)=(13912345678)")))
                .doesNotContain("139");
    }
}
