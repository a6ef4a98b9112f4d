package org.gridloom.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.UUID;
import org.gridloom.platform.persistence.internal.db.Database;
import org.gridloom.platform.persistence.internal.db.DatabaseSettings;
import org.gridloom.platform.persistence.internal.migration.DatabaseTables;
import org.gridloom.platform.persistence.internal.migration.Migration;
import org.junit.jupiter.api.Test;

class DatabaseTablesTest {

    @Test
    void aTableOfAModuleWhoseNameOnlyBeginsLikeAnothersIsItsOwn() throws Exception {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        try (Database database = new Database(new DatabaseSettings(url, "sa", "", 2))) {
            new Migration(database.pool(), database.dialect()).run(Units.alpha());
            try (Connection connection = database.pool().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create table alpha_more_part (id bigint primary key)");
                statement.execute("insert into platform_migrated (unit, digest) values ('org.acme.alpha_more', '')");
                connection.commit();
            }
            DatabaseTables tables = new DatabaseTables(database);

            assertThat(tables.units()).containsExactly("org.acme.alpha_more", Units.ALPHA);
            assertThat(tables.of(Units.ALPHA)).containsExactly("ALPHA_ITEM");
            assertThat(tables.of("org.acme.alpha_more")).containsExactly("ALPHA_MORE_PART");
        }
    }
}
