package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Database;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Installation;
import org.gridloom.itests.harness.Rest;
import org.junit.jupiter.api.Test;

/** The module comes and goes while the organisation answers, and its data stay. */
class TrainingModuleIT {

    @Test
    void theModuleComesAndGoesWhileTheOrganisationAnswersAndItsDataStay() {
        try (Installation installation = Installation.on(Database.Kind.H2.create(), "gridloom-organization")
                .startAndAwaitReady()) {
            Gridloom gridloom = installation.gridloom();
            Rest rest = gridloom.rest();
            rest.post("/api/organization/units", Map.of("code", "210102", "name", "和平区"))
                    .expect(201);
            AtomicBoolean enough = new AtomicBoolean();
            AtomicInteger asked = new AtomicInteger();
            CompletableFuture<Void> others = CompletableFuture.runAsync(() -> {
                while (!enough.get()) {
                    gridloom.rest().get("/api/organization/units/210102").ok();
                    asked.incrementAndGet();
                }
            });
            try (Console console = gridloom.console()) {
                console.run("feature:install gridloom-training").ok();
                gridloom.awaitReady(() -> true);
                rest.post(
                                "/api/training/programmes",
                                Map.of("code", "PX1", "name", "议事能力提升", "unit", "210102", "requiredSessions", 1))
                        .expect(201);
                console.run("feature:uninstall gridloom-training").ok();
                assertThat(rest.get("/api/training/programmes").status()).isGreaterThanOrEqualTo(400);
                console.run("feature:install gridloom-training").ok();
                gridloom.awaitReady(() -> true);
            }
            assertThat(rest.get("/api/training/programmes/PX1")
                            .ok()
                            .json()
                            .get("name")
                            .asText())
                    .isEqualTo("议事能力提升");
            enough.set(true);
            others.join();
            assertThat(asked.get()).isGreaterThan(10);
        }
    }
}
