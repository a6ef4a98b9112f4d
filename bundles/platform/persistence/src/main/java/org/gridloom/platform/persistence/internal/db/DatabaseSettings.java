package org.gridloom.platform.persistence.internal.db;

import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * Where the district's database is.
 *
 * @param url JDBC address
 * @param user account of the database, null where the address says it
 * @param password its password, null where there is none
 * @param poolSize connections kept open
 */
public record DatabaseSettings(String url, String user, String password, int poolSize) {

    public DatabaseSettings {
        if (poolSize < 1 || poolSize > 1000) {
            throw new IllegalArgumentException("GRIDLOOM_DB_POOL must be 1 to 1000");
        }
    }

    /** From {@code GRIDLOOM_DB_URL, _USER, _PASSWORD, _POOL}; without an address an H2 file below {@code GRIDLOOM_DATA}. */
    public static DatabaseSettings from(UnaryOperator<String> environment) {
        String url = environment.apply("GRIDLOOM_DB_URL");
        String pool = environment.apply("GRIDLOOM_DB_POOL");
        int size = pool == null || pool.isBlank() ? defaultPoolSize() : number(pool.trim());
        if (url == null || url.isBlank()) {
            return new DatabaseSettings(
                    Dialect.fileUrl(data(environment).resolve("db/gridloom")), "gridloom", "", size);
        }
        return new DatabaseSettings(
                url.trim(), environment.apply("GRIDLOOM_DB_USER"), environment.apply("GRIDLOOM_DB_PASSWORD"), size);
    }

    private static Path data(UnaryOperator<String> environment) {
        String data = environment.apply("GRIDLOOM_DATA");
        if (data == null || data.isBlank()) {
            data = System.getProperty("gridloom.data");
        }
        if (data == null || data.isBlank()) {
            throw new IllegalStateException(
                    "Neither GRIDLOOM_DB_URL nor GRIDLOOM_DATA is set: no place for the database");
        }
        return Path.of(data).toAbsolutePath();
    }

    private static int defaultPoolSize() {
        return Math.max(4, 2 * Runtime.getRuntime().availableProcessors() + 2);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("GRIDLOOM_DB_POOL must be a number, 1 to 1000", e);
        }
    }

    @Override
    public String toString() {
        return url.replaceFirst("[?;].*", "");
    }
}
