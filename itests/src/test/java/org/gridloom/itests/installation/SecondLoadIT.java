package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.gridloom.itests.harness.Database;
import org.gridloom.itests.harness.Installation;
import org.gridloom.itests.harness.Rest;
import org.junit.jupiter.api.Test;

/** The demo pack meets a district that has it already. */
class SecondLoadIT {

    @Test
    void aSecondLoadOfThePackChangesNothing() {
        try (Installation installation = Installation.on(
                        Database.Kind.H2.create(), "gridloom-organization", "gridloom-district-heping")
                .startAndAwaitReady()) {
            Rest rest = installation.gridloom().rest();
            JsonNode figures = figures(rest);
            long entries = total(rest, "/api/audit");
            long events = total(rest, "/api/events");

            installation.terminate(Duration.ofSeconds(30));
            installation.startAndAwaitReady();

            assertThat(figures(rest)).isEqualTo(figures);
            assertThat(total(rest, "/api/audit")).isEqualTo(entries);
            assertThat(total(rest, "/api/events")).isEqualTo(events);
        }
    }

    private static JsonNode figures(Rest rest) {
        return rest.get("/api/figures?unit=210102").ok().json();
    }

    private static long total(Rest rest, String list) {
        return rest.get(list + "?size=1").ok().json().get("total").asLong();
    }
}
