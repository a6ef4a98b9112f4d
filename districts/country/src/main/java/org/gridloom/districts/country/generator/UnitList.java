package org.gridloom.districts.country.generator;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** Makes one list, as any import of units takes it, of the package's lists of provinces, cities, areas, streets and villages. */
public final class UnitList {

    /** The day up to which the published divisions are. */
    private static final String AS_PUBLISHED = "2023-06-30";

    private static final CSVFormat WITH_HEADER =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    /** A list of the package, and the column that names the parent. */
    private enum Source {
        PROVINCES("provinces", "province", null),
        CITIES("cities", "city", "provinceCode"),
        AREAS("areas", "district", "cityCode"),
        STREETS("streets", "street", "areaCode"),
        VILLAGES("villages", "community", "streetCode");

        private final String file;
        private final String level;
        private final String parentColumn;

        Source(String file, String level, String parentColumn) {
            this.file = file;
            this.level = level;
            this.parentColumn = parentColumn;
        }
    }

    private record Row(String parent, String level, String name) {}

    private UnitList() {}

    /** @param arguments the package's folder and the file to write */
    public static void main(String[] arguments) throws IOException {
        Path source = Path.of(arguments[0]);
        Path target = Path.of(arguments[1]);
        if (!isUpToDate(target, source.resolve("package.json"))) {
            Files.createDirectories(target.getParent());
            write(read(source.resolve("dist")), target);
        }
    }

    /** The package's files keep the day of their release as their date, hence the time they were put down. */
    private static boolean isUpToDate(Path target, Path source) throws IOException {
        return Files.exists(target)
                && Files.getLastModifiedTime(target)
                                .compareTo(Files.readAttributes(source, BasicFileAttributes.class)
                                        .creationTime())
                        > 0;
    }

    /** By code, so that a parent comes right before all below it. */
    private static Map<String, Row> read(Path folder) throws IOException {
        Map<String, Row> rows = new TreeMap<>();
        rows.put("0", new Row("", "country", "中国"));
        for (Source source : Source.values()) {
            try (Reader reader = Files.newBufferedReader(folder.resolve(source.file + ".csv"));
                    var records = WITH_HEADER.parse(reader)) {
                for (CSVRecord csv : records) {
                    String parent = source.parentColumn == null ? "0" : csv.get(source.parentColumn);
                    rows.put(csv.get("code"), new Row(parent, source.level, csv.get("name")));
                }
            }
        }
        return rows;
    }

    private static void write(Map<String, Row> rows, Path target) throws IOException {
        try (OutputStream file = Files.newOutputStream(target);
                OutputStream zipped = new GZIPOutputStream(file, 1 << 16);
                Writer writer = new BufferedWriter(new OutputStreamWriter(zipped, StandardCharsets.UTF_8));
                CSVPrinter printer = CSVFormat.RFC4180
                        .builder()
                        .setRecordSeparator("\n")
                        .get()
                        .print(writer)) {
            printer.printRecord("code", "parent", "level", "name", "validFrom");
            for (Map.Entry<String, Row> entry : rows.entrySet()) {
                Row row = entry.getValue();
                printer.printRecord(entry.getKey(), row.parent(), row.level(), row.name(), AS_PUBLISHED);
            }
        }
    }
}
