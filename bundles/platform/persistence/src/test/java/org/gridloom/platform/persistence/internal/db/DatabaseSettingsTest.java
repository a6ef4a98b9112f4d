package org.gridloom.platform.persistence.internal.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class DatabaseSettingsTest {

    @Test
    void withoutAnAddressItIsAFileBelowTheDataFolder() {
        DatabaseSettings settings = DatabaseSettings.from(Map.of("GRIDLOOM_DATA", "/srv/gridloom")::get);

        assertThat(settings.url()).isEqualTo("jdbc:h2:file:/srv/gridloom/db/gridloom");
        assertThat(((JdbcDataSource) Dialect.H2.source(settings)).getURL()).contains(";WRITE_DELAY=0;");
    }

    @Test
    void withoutAnAddressAndADataFolderItSaysWhatIsMissing() {
        assertThatThrownBy(() -> DatabaseSettings.from(name -> null))
                .hasMessageContaining("GRIDLOOM_DB_URL")
                .hasMessageContaining("GRIDLOOM_DATA");
    }

    @Test
    void threeSettingsNameAPostgresAndItsOwnOptionsStay() {
        DatabaseSettings settings = DatabaseSettings.from(Map.of(
                "GRIDLOOM_DB_URL", " jdbc:postgresql://db/district?connectTimeout=1 ",
                "GRIDLOOM_DB_USER", "gridloom",
                "GRIDLOOM_DB_PASSWORD", "secret")::get);
        PGSimpleDataSource source = (PGSimpleDataSource) Dialect.POSTGRESQL.source(settings);

        assertThat(source.getConnectTimeout()).isEqualTo(1);
        assertThat(source.getReWriteBatchedInserts()).isTrue();
        assertThat(source.getUser()).isEqualTo("gridloom");
        assertThat(settings.toString()).isEqualTo("jdbc:postgresql://db/district");
    }

    @Test
    void aPoolSizeThatIsNoneIsRefusedByName() {
        for (String size : new String[] {"0", "1001", "many"}) {
            assertThatThrownBy(
                            () -> DatabaseSettings.from(Map.of("GRIDLOOM_DATA", "/srv", "GRIDLOOM_DB_POOL", size)::get))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("GRIDLOOM_DB_POOL");
        }
        assertThat(DatabaseSettings.from(Map.of("GRIDLOOM_DATA", "/srv", "GRIDLOOM_DB_POOL", "1")::get)
                        .poolSize())
                .isEqualTo(1);
    }

    @Test
    void otherDatabasesAreRefused() {
        assertThatThrownBy(() -> Dialect.of("jdbc:mysql://db/district")).hasMessageContaining("jdbc:postgresql:");
    }
}
