package org.gridloom.districts.heping.generator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** A row of the published divisions. */
record Division(String code, String parent, String level, String name) {

    private static final int FIRST_VILLAGE = 200;

    static List<Division> read(Path file) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser rows = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
            return rows.stream()
                    .map(row -> new Division(row.get("code"), row.get("parent"), row.get("level"), row.get("name")))
                    .toList();
        }
    }

    boolean isCommunity() {
        return level.equals("community");
    }

    boolean isVillage() {
        return isCommunity() && Integer.parseInt(code.substring(9)) >= FIRST_VILLAGE;
    }

    Unit unit() {
        return Unit.published(code, level, kind(), name);
    }

    /** As a unit that no published list holds. */
    Unit invented() {
        return new Unit(code, level, kind(), name, null, null, true);
    }

    private String kind() {
        if (!isCommunity()) {
            return null;
        }
        return isVillage() ? "village" : "community";
    }
}
