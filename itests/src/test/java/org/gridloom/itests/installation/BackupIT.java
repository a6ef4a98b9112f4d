package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Database;
import org.gridloom.itests.harness.Installation;
import org.gridloom.itests.harness.Rest;
import org.junit.jupiter.api.Test;

/** A district moves from one machine and database to another. */
class BackupIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void aDistrictOnH2IsRestoredIntoAnEmptyInstallationOnPostgres() {
        try (Installation old = Installation.on(
                                Database.Kind.H2.create(), "gridloom-organization", "gridloom-district-heping")
                        .startAndAwaitReady();
                Installation fresh = Installation.on(
                                Database.Kind.POSTGRESQL.create(), "gridloom-organization", "gridloom-training")
                        .startAndAwaitReady()) {
            Path archive = old.directory().resolve("district.zip");
            try (Console console = old.gridloom().console()) {
                console.run("gridloom:backup " + archive, PATIENCE).ok();
                console.run("gridloom:backup " + archive).refused();
                console.run("gridloom:restore " + archive).refused();
            }
            try (Console console = fresh.gridloom().console()) {
                console.run("gridloom:restore " + archive, PATIENCE).ok();
            }
            fresh.terminate(PATIENCE);
            putKeysBack(old, fresh);
            fresh.startAndAwaitReady();

            Rest restored = fresh.gridloom().rest();
            assertThat(figures(restored))
                    .isNotEmpty()
                    .isEqualTo(figures(old.gridloom().rest()));
            try (Console console = fresh.gridloom().console()) {
                console.run("audit:verify").ok();
                console.run("figures:verify", PATIENCE).ok();
            }
        }
    }

    /** They are not in the archive. */
    private static void putKeysBack(Installation from, Installation to) {
        try {
            String keys = "privacy/master.keys";
            Files.copy(
                    from.gridloom().data().resolve(keys),
                    to.gridloom().data().resolve(keys),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode figures(Rest rest) {
        return rest.get("/api/figures?unit=210102").ok().json().get("items");
    }
}
