package org.gridloom.platform.testkit;

import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.gridloom.platform.persistence.internal.unit.UnitSource;

/** Two small units for the tests of this folder. */
final class Units {

    static final String ALPHA = "org.gridloom.test.alpha";
    static final String BETA = "org.gridloom.test.beta";

    private Units() {}

    static UnitSource alpha() {
        return unit(ALPHA, Alpha.class, "units/0001-alpha.xml");
    }

    static UnitSource beta() {
        return unit(BETA, Beta.class, "units/0001-beta.xml");
    }

    static UnitSource unit(String name, Class<?> entity, String... changeLogs) {
        TreeMap<String, URL> migrations = new TreeMap<>();
        for (String changeLog : changeLogs) {
            migrations.put(
                    changeLog.replace("units/", "migrations/"),
                    Units.class.getClassLoader().getResource(changeLog));
        }
        URL root = Units.class.getProtectionDomain().getCodeSource().getLocation();
        return new UnitSource(
                name,
                "1.0.0",
                root,
                Units.class.getClassLoader(),
                List.of(entity.getName()),
                Map.of(),
                migrations,
                new TreeMap<>());
    }

    /** A database with both units on H2 or PostgreSQL. */
    static TestDatabase open(Kind kind, int poolSize) {
        return switch (kind) {
            case H2 ->
                TestDatabase.onH2(
                        "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", poolSize, List.of(alpha(), beta()));
            case POSTGRESQL -> TestDatabase.onPostgres(poolSize, List.of(alpha(), beta()));
        };
    }

    /** On which databases the tests run. */
    enum Kind {
        H2,
        POSTGRESQL
    }
}
