package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Database;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Installation;
import org.gridloom.itests.harness.LaterVersions;
import org.gridloom.itests.harness.LiveHeap;
import org.gridloom.itests.harness.SnowVersions;
import org.gridloom.itests.harness.Territory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Modules that come and go again and again leave nothing behind but their data. */
class CyclesIT {

    private static final Logger LOG = LoggerFactory.getLogger(CyclesIT.class);
    private static final int CYCLES = Integer.getInteger("gridloom.deploy.cycles", 3);
    /** Until then caches fill and code is compiled. */
    private static final int SETTLED = 10;

    private static final int MOST_LOADERS = 2;
    private static final double MOST_GROWTH = 0.2 * 1024 * 1024;
    private static final String DISTRICT = "210102";

    @TempDir
    private Path folder;

    private Gridloom gridloom;
    private Console console;

    @Test
    void nothingButDataIsLeft() throws SQLException {
        Database database = Database.Kind.POSTGRESQL.create();
        try (Installation installation =
                Installation.on(database, "gridloom-organization").startAndAwaitReady()) {
            gridloom = installation.gridloom();
            console = gridloom.console();
            new Territory(gridloom.rest()).create(null, DISTRICT, "和平区");
            Path training = new LaterVersions(installation, folder).training("0.1.1");
            Path snow = SnowVersions.withColours(folder, "1.1.0");
            LiveHeap heap = new LiveHeap(installation.process().pid());
            int connections = 0;
            List<Long> bytes = new ArrayList<>();
            for (int cycle = 1; cycle <= CYCLES; cycle++) {
                cycle(training, snow, cycle == 1);
                connections = cycle == 1 ? connections(database) : connections;
                bytes.add(heap.bytes("cycle-" + cycle));
            }
            LOG.info("{} cycles, bytes alive after each: {}", CYCLES, bytes);
            assertThat(heap.loaders("com.example.snow")).isLessThanOrEqualTo(MOST_LOADERS);
            assertThat(heap.loaders("org.gridloom.training")).isLessThanOrEqualTo(MOST_LOADERS);
            assertThat(connections(database)).isLessThanOrEqualTo(connections);
            if (CYCLES > 2 * SETTLED) {
                double growth = slope(bytes.subList(SETTLED - 1, CYCLES));
                LOG.info("{} bytes more alive after each cycle from the tenth on", Math.round(growth));
                assertThat(growth).isLessThanOrEqualTo(MOST_GROWTH);
            }
            console.close();
            assertThat(new RunLog(gridloom.log()).errors()).isEmpty();
        }
    }

    private void cycle(Path training, Path snow, boolean isFirst) {
        console.run("module:install training --version " + LaterVersions.FIRST).ok();
        console.run("module:install " + SnowVersions.FIRST).ok();
        if (isFirst) {
            record();
        }
        use();
        console.run("module:update " + training).ok();
        console.run("module:update " + snow).ok();
        use();
        console.run("module:uninstall snow-clearing").ok();
        console.run("module:uninstall training").ok();
    }

    private void use() {
        gridloom.rest().get("/api/training/programmes").ok();
        assertThat(console.run("snow:team-list").ok().output()).contains("XD-1");
    }

    /** Its data are there in every cycle after the first. */
    private void record() {
        gridloom.rest()
                .post(
                        "/api/snow/teams",
                        Map.of("code", "XD-1", "name", "一队", "unit", DISTRICT, "people", 4, "machines", 2))
                .expect(201);
    }

    private static int connections(Database database) throws SQLException {
        Map<String, String> access = database.environment();
        try (Connection connection = DriverManager.getConnection(
                        access.get("GRIDLOOM_DB_URL"),
                        access.get("GRIDLOOM_DB_USER"),
                        access.get("GRIDLOOM_DB_PASSWORD"));
                ResultSet count = connection
                        .createStatement()
                        .executeQuery("select count(*) from pg_stat_activity where datname = current_database()")) {
            count.next();
            return count.getInt(1);
        }
    }

    /** Of the straight line that lies nearest. */
    private static double slope(List<Long> values) {
        double middle = (values.size() - 1) / 2.0;
        double mean = values.stream().mapToLong(Long::longValue).average().orElseThrow();
        double above = 0;
        double below = 0;
        for (int i = 0; i < values.size(); i++) {
            above += (i - middle) * (values.get(i) - mean);
            below += (i - middle) * (i - middle);
        }
        return above / below;
    }
}
