package org.gridloom.platform.rules.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.gridloom.platform.rules.internal.domain.CalendarYear;
import org.gridloom.platform.rules.internal.domain.SpecialDay;

/** Years as the State Council's general office announced them, shipped as data. */
final class ShippedYears {

    private static final String FOLDER = "/calendar/";

    private ShippedYears() {}

    static Map<Integer, CalendarYear> read() {
        Map<Integer, CalendarYear> years = new TreeMap<>();
        try (Reader reader = resource("basis.properties")) {
            Properties basis = new Properties();
            basis.load(reader);
            for (String year : basis.stringPropertyNames()) {
                int number = Integer.parseInt(year);
                years.put(
                        number, new CalendarYear(number, CalendarYear.DEFAULT, basis.getProperty(year), days(year), 0));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(years);
    }

    /** Below a header, a day a line, as in {@code 2026-01-04,班,元旦}. */
    private static List<SpecialDay> days(String year) throws IOException {
        try (BufferedReader lines = new BufferedReader(resource(year + ".csv"))) {
            return lines.lines().skip(1).map(ShippedYears::day).toList();
        }
    }

    private static SpecialDay day(String line) {
        String[] cells = line.split(",");
        return new SpecialDay(LocalDate.parse(cells[0]), cells[1].equals("班"), cells[2]);
    }

    private static Reader resource(String name) {
        return new InputStreamReader(ShippedYears.class.getResourceAsStream(FOLDER + name), StandardCharsets.UTF_8);
    }
}
