package org.gridloom.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gridloom.benchmarks.district.District;
import org.gridloom.benchmarks.district.Floor;
import org.gridloom.benchmarks.district.Postgres;
import org.gridloom.benchmarks.floor.BatchInsert;
import org.gridloom.itests.harness.Disk;
import org.postgresql.PGConnection;

/** The country imported, beside a plain batch insert of the rows that the import leaves. Both on a heap of 512 MB. */
final class ImportBenchmark {

    private static final String HEAP = "512m";
    private static final String EMPTY = "empty";
    private static final String DISTRICT = "district";

    private final Options options;
    private final Path folder = Disk.temporary("rows");
    private final List<Double> imports = new ArrayList<>();
    private final List<Double> inserts = new ArrayList<>();
    private final List<Double> peaks = new ArrayList<>();
    private List<String> files = List.of();

    ImportBenchmark(Options options) {
        this.options = options;
    }

    void run() throws SQLException, IOException {
        try (Postgres postgres = new Postgres();
                District district = District.empty(postgres.create(DISTRICT), "-Xmx" + HEAP)) {
            district.start();
            district.stop();
            postgres.copy(DISTRICT, EMPTY);
            for (int round = 0; round < options.rounds(); round++) {
                postgres.copy(EMPTY, DISTRICT);
                district.start();
                imports.add(timed(district));
                peaks.add(peak(district.installation().process()));
                district.stop();
                if (files.isEmpty()) {
                    files = rows(postgres);
                }
                postgres.copy(EMPTY, "floor");
                inserts.add(insert(postgres));
                Report.line(
                        "round %d: import %.1f s, batch insert %.1f s",
                        round + 1, imports.get(round), inserts.get(round));
            }
        } finally {
            Disk.delete(folder);
        }
        Table table = new Table("units", "import, s", "batch insert, s", "×", "peak RSS of the import, MB");
        table.row(
                options.quick() ? District.SMALL : District.LARGE,
                Sample.of(imports).shown("%.1f"),
                Sample.of(inserts).shown("%.1f"),
                Sample.of(imports).over(Sample.of(inserts)).shown("%.2f"),
                Sample.of(peaks).shown("%.0f"));
        table.print();
    }

    private double timed(District district) {
        long start = System.nanoTime();
        if (options.quick()) {
            district.load(District.SMALL);
            return (System.nanoTime() - start) / 1e9;
        }
        return district.loadCountry().toNanos() / 1e9;
    }

    private static double peak(Process process) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }

    private double insert(Postgres postgres) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(postgres.url("floor")));
        arguments.addAll(files);
        try (Floor floor = Floor.start(HEAP, BatchInsert.class, arguments.toArray(String[]::new))) {
            return floor.number() / 1e3;
        }
    }

    /** Every row that is in the district's database and not in the empty one, units first, on which others depend. */
    private List<String> rows(Postgres postgres) throws SQLException, IOException {
        List<String> written = new ArrayList<>();
        try (Connection empty = postgres.connect(EMPTY);
                Connection full = postgres.connect(DISTRICT)) {
            List<String> tables = column(
                    full,
                    "select table_name from information_schema.tables where table_schema = 'public' and table_name"
                            + " ~ '^(organization_|platform_(audit|event|count))' order by 1");
            tables.sort(Comparator.comparing(name -> name.equals("organization_unit") ? 0 : 1));
            for (String table : tables) {
                long before = count(empty, table);
                long added = count(full, table) - before;
                if (added > 0) {
                    written.add(export(full, table, before > 0 ? " where id > " + last(empty, table) : "")
                            .toString());
                    Report.line("%s: %d rows", table, added);
                }
            }
        }
        return written;
    }

    private Path export(Connection from, String table, String condition) throws SQLException, IOException {
        String columns = String.join(
                ",",
                column(
                        from,
                        "select column_name from information_schema.columns where table_schema = 'public'"
                                + " and table_name = '" + table + "' order by ordinal_position"));
        Path file = folder.resolve(table);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write((columns + "\n").getBytes(StandardCharsets.UTF_8));
            from.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (select " + columns + " from " + table + condition + ") to stdout", out);
        }
        return file;
    }

    private static long last(Connection connection, String table) throws SQLException {
        return Long.parseLong(column(connection, "select max(id) from " + table).get(0));
    }

    private static long count(Connection connection, String table) throws SQLException {
        return Long.parseLong(
                column(connection, "select count(*) from " + table).get(0));
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
