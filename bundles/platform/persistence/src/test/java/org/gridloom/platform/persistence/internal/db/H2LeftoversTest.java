package org.gridloom.platform.persistence.internal.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file is made as a kill leaves it that comes after changes, but before the notes by which they are rolled back. */
class H2LeftoversTest {

    private static final String FILE = "district.mv.db";
    private static final int SESSIONS = 6;

    @TempDir
    Path running;

    @TempDir
    Path killed;

    private final List<Connection> open = new ArrayList<>();
    private Database database;

    @BeforeEach
    void killAmidChanges() throws Exception {
        try (Database cutShort = in(running);
                Connection connection = cutShort.pool().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table session (id int primary key)");
            statement.execute("create table unit (code varchar(20) primary key, name varchar(20))");
            statement.execute("create unique index unit_name on unit (name)");
            statement.execute("insert into unit values ('1', 'kept'), ('2', 'renamed'), ('3', 'removed')");
            connection.commit();
            statement.execute("insert into unit values ('4', 'new')");
            statement.execute("update unit set name = 'other' where code = '2'");
            statement.execute("delete from unit where code = '3'");
            loseTheNotes(connection);
            Files.copy(running.resolve(FILE), killed.resolve(FILE));
        }
        database = in(killed);
    }

    private static void loseTheNotes(Connection connection) throws SQLException {
        MVStore store = ((SessionLocal) connection.unwrap(JdbcConnection.class).getSession())
                .getDatabase()
                .getStore()
                .getMvStore();
        store.getMapNames().stream()
                .filter(name -> name.startsWith("undoLog"))
                .forEach(name -> store.getMap(
                                Integer.parseInt(store.getMetaMap().get("name." + name), 16))
                        .clear());
        store.commit();
    }

    @AfterEach
    void close() throws SQLException {
        for (Connection connection : open) {
            connection.rollback();
            connection.close();
        }
        database.close();
    }

    @Test
    void withoutTakingThemBackOneOfTheSessionsTakesThemForItsOwn() throws Exception {
        assertThat(seen()).contains("1 kept, 2 other, 4 new");
    }

    @Test
    void allSessionsSeeWhatWasCommittedOnceTheyAreTakenBack() throws Exception {
        database.recover();

        assertThat(seen()).hasSize(SESSIONS).containsOnly("1 kept, 2 renamed, 3 removed");
    }

    @Test
    void whatWasLeftCanBeWrittenAgain() throws Exception {
        database.recover();

        for (Connection connection : sessions()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("insert into unit values ('4', 'new')");
                statement.execute("update unit set name = 'other' where code = '2'");
                statement.execute("delete from unit where code = '3'");
            }
            assertThat(units(connection)).isEqualTo("1 kept, 2 other, 4 new");
            connection.rollback();
        }
        assertThat(seen()).containsOnly("1 kept, 2 renamed, 3 removed");
    }

    @Test
    void nothingIsLeftForTheStartAfter() throws Exception {
        database.recover();
        database.close();
        database = in(killed);

        assertThat(seen()).containsOnly("1 kept, 2 renamed, 3 removed");
    }

    private List<String> seen() throws SQLException {
        List<String> seen = new ArrayList<>();
        for (Connection connection : sessions()) {
            seen.add(units(connection));
        }
        return seen;
    }

    /** As many transactions under way at once, each with a number of its own. */
    private List<Connection> sessions() throws SQLException {
        List<Connection> sessions = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
            Connection connection = database.pool().getConnection();
            open.add(connection);
            sessions.add(connection);
            try (Statement statement = connection.createStatement()) {
                statement.execute("insert into session values (" + open.size() + ")");
            }
        }
        return sessions;
    }

    private static String units(Connection connection) throws SQLException {
        List<String> units = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select code, name from unit order by code")) {
            while (row.next()) {
                units.add(row.getString(1) + ' ' + row.getString(2));
            }
        }
        return String.join(", ", units);
    }

    private static Database in(Path directory) {
        return new Database(new DatabaseSettings(Dialect.fileUrl(directory.resolve("district")), "sa", "", 16));
    }
}
