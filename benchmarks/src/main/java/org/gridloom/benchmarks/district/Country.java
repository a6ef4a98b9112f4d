package org.gridloom.benchmarks.district;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The country pack's data. */
public final class Country {

    private static final Path CLASSES = Path.of(System.getProperty("gridloom.country"));
    private static final String LAYOUT = "org.gridloom.organization.cfg";

    private Country() {}

    /** The code layout, and the file that it belongs into. */
    static String layoutFile() {
        return LAYOUT;
    }

    static String layout() {
        try {
            return Files.readString(CLASSES.resolve("layout").resolve(LAYOUT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A unit of the list. */
    public record Unit(String code, String level, String name) {}

    /** The first units; depth first, so that they are a tree too. */
    public static List<Unit> first(int count) {
        return lines(count).stream().skip(1).map(Country::unit).toList();
    }

    private static Unit unit(String line) {
        String[] cells = line.split(",");
        return new Unit(cells[0], cells[2], cells[3]);
    }

    /** The list of the first units, as an import takes it. */
    static String csv(int count) {
        return String.join("\n", lines(count)) + "\n";
    }

    private static List<String> lines(int count) {
        try (BufferedReader list = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(CLASSES.resolve("divisions/units.csv.gz"))),
                StandardCharsets.UTF_8))) {
            return list.lines().limit(count + 1L).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
