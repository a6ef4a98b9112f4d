package org.gridloom.platform.rules.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.gridloom.platform.rules.internal.domain.CalendarYear;

/** Years as the State Council's general office announced them, shipped as data. */
final class ShippedYears {

    private static final String FOLDER = "/calendar/";

    private ShippedYears() {}

    static Map<Integer, CalendarYear> read() {
        Map<Integer, CalendarYear> years = new TreeMap<>();
        try (Reader reader = new InputStreamReader(resource("basis.properties"), StandardCharsets.UTF_8)) {
            Properties basis = new Properties();
            basis.load(reader);
            for (String year : basis.stringPropertyNames()) {
                try (InputStream csv = resource(year + ".csv")) {
                    int number = Integer.parseInt(year);
                    years.put(
                            number,
                            new CalendarYear(
                                    number,
                                    CalendarYear.DEFAULT,
                                    basis.getProperty(year),
                                    CalendarCsv.read(number, csv),
                                    0));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(years);
    }

    private static InputStream resource(String name) {
        return ShippedYears.class.getResourceAsStream(FOLDER + name);
    }
}
