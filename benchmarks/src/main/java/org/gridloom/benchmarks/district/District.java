package org.gridloom.benchmarks.district;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Database;
import org.gridloom.itests.harness.Gridloom.Login;
import org.gridloom.itests.harness.Installation;
import org.gridloom.itests.harness.Rest;

/** Gridloom laid out for the country, as it is distributed. */
public final class District implements AutoCloseable {

    /** Units of the smaller of two installations. */
    public static final int SMALL = 5_000;

    /** Units of the whole country. */
    public static final int LARGE = 665_277;

    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Installation installation;

    private District(Installation installation) {
        this.installation = installation;
    }

    public static District empty(Database database, String... javaOptions) {
        return new District(Installation.on(database, "gridloom-organization", "gridloom-district-country")
                .setting(Country.layoutFile(), Country.layout())
                .with(javaOptions));
    }

    public District start() {
        installation.startAndAwaitReady();
        return this;
    }

    public void stop() {
        installation.terminate(Duration.ofMinutes(2));
    }

    public Installation installation() {
        return installation;
    }

    public int port() {
        return installation.gridloom().httpPort();
    }

    public Rest rest() {
        return installation.gridloom().rest();
    }

    /** Loads so many units, all of the country or the first. */
    public void load(int units) {
        if (units >= LARGE) {
            loadCountry();
        } else {
            rest().with("Content-Type", "text/csv")
                    .post("/api/organization/units/import", Country.csv(units))
                    .ok();
        }
    }

    /** By the console's command; gives how long it took. */
    public Duration loadCountry() {
        try (Console console = installation.gridloom().console()) {
            console.run("country:layout").ok();
            long start = System.nanoTime();
            console.run("country:load", PATIENCE).ok();
            return Duration.ofNanos(System.nanoTime() - start);
        }
    }

    /** A new token of the administrator's. */
    public String token() {
        Login admin = installation.gridloom().admin();
        JsonNode session = installation
                .gridloom()
                .anonymous()
                .post(
                        "/api/session",
                        Map.of("username", admin.username(), "password", admin.password(), "bearer", true))
                .ok()
                .json();
        return session.get("token").textValue();
    }

    @Override
    public void close() {
        installation.close();
    }
}
