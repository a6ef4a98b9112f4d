package org.gridloom.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.gridloom.benchmarks.district.District;
import org.gridloom.benchmarks.district.Floor;
import org.gridloom.benchmarks.district.Postgres;
import org.gridloom.benchmarks.floor.FloorServer;
import org.gridloom.itests.harness.Database;

/** Installations with few and with many units, and a floor for each on PostgreSQL; all run at once and are asked by turns. */
final class Sides implements AutoCloseable {

    private static final String HEAP = "1g";
    private static final int QUICK_LARGE = 20_000;

    /** Gridloom, or the floor. */
    record Side(String database, boolean floor, int units, int port, String token) {

        String name() {
            return (floor ? "floor" : "Gridloom") + " on " + database + ", " + units + " units";
        }

        boolean isLarge() {
            return units > District.SMALL;
        }
    }

    private final Postgres postgres = new Postgres();
    private final List<AutoCloseable> running = new ArrayList<>();
    private final List<Side> sides = new ArrayList<>();

    /**
     * Loads and starts all.
     *
     * @param apart whether the floor gets a copy of the database, as both write
     */
    Sides(Options options, boolean apart) throws SQLException, IOException {
        for (int units : List.of(District.SMALL, options.quick() ? QUICK_LARGE : District.LARGE)) {
            onPostgres(units, apart);
            if (options.h2()) {
                District district = started(Database.Kind.H2.create());
                district.load(units);
                sides.add(new Side("H2", false, units, district.port(), district.token()));
            }
        }
    }

    private void onPostgres(int units, boolean apart) throws SQLException, IOException {
        String database = "district" + units;
        District district = started(postgres.create(database));
        district.load(units);
        String token = district.token();
        district.stop();
        postgres.execute(database, "vacuum analyze");
        String floorDatabase = database;
        if (apart) {
            floorDatabase = "floor" + units;
            postgres.copy(database, floorDatabase);
        }
        district.start();
        sides.add(new Side("PostgreSQL", false, units, district.port(), token));
        int pool = Math.max(4, 2 * Runtime.getRuntime().availableProcessors() + 2);
        Floor floor = Floor.start(HEAP, FloorServer.class, postgres.url(floorDatabase), Integer.toString(pool));
        running.add(floor);
        sides.add(new Side("PostgreSQL", true, units, (int) floor.number(), token));
        Report.line("loaded " + units + " units on PostgreSQL");
    }

    private District started(Database database) {
        District district = District.empty(database, "-Xmx" + HEAP);
        running.add(district);
        return district.start();
    }

    List<Side> all() {
        return List.copyOf(sides);
    }

    Postgres postgres() {
        return postgres;
    }

    static String database(Side side) {
        return "district" + side.units();
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable each : running) {
            each.close();
        }
        postgres.close();
    }
}
