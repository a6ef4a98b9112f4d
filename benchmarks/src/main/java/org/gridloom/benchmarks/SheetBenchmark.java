package org.gridloom.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gridloom.benchmarks.sheet.Households;
import org.gridloom.benchmarks.sheet.PlainImport;
import org.gridloom.itests.harness.Disk;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.sheets.internal.CheckedFile;
import org.gridloom.platform.sheets.internal.DefaultSheets;
import org.gridloom.platform.sheets.internal.StoredMappings;
import org.gridloom.platform.sheets.internal.table.Limits;
import org.gridloom.platform.testkit.PostgresServer;
import org.gridloom.platform.testkit.TestDatabase;

/** A district's register of households imported from a workbook, beside the same workbook read and inserted only. */
final class SheetBenchmark {

    private static final int CONNECTIONS = 4;
    private static final int WARM_UP = 1;
    private static final int FAULTY = 10;

    private final Options options;
    private final int rows;
    private final Path folder = Disk.temporary("sheets");
    private final List<Double> imports = new ArrayList<>();
    private final List<Double> floors = new ArrayList<>();
    private final List<Double> checks = new ArrayList<>();

    SheetBenchmark(Options options) {
        this.options = options;
        rows = options.quick() ? 10_000 : 231_500;
    }

    private interface Work {
        void run() throws IOException, SQLException;
    }

    void run() throws IOException, SQLException {
        Path good = workbook("good", 0);
        Path faulty = workbook("faulty", FAULTY);
        try (PostgresServer server = PostgresServer.start();
                TestDatabase database = TestDatabase.onPostgres(server, CONNECTIONS)) {
            database.access().signIn("benchmark");
            try (Connection connection = database.dataSource().getConnection()) {
                Households.create(connection);
            }
            DefaultSheets sheets = DefaultSheets.limited(
                    database.access(),
                    new StoredMappings(database.platform(), database.access()),
                    database.platform(),
                    name -> Files.createTempFile(folder, name, ".tmp"),
                    database.clock(),
                    Limits.USUAL);
            Households households = new Households(database.platform());
            for (int round = -WARM_UP; round < options.rounds(); round++) {
                double imported = emptied(database, () -> load(sheets, households, good));
                double inserted = emptied(database, () -> insert(database, good));
                double checked = timed(() -> check(sheets, households, faulty));
                Report.line(
                        "round %d: import %.1f s, floor %.1f s, dry run with faults %.1f s",
                        round + 1, imported, inserted, checked);
                if (round >= 0) {
                    imports.add(imported);
                    floors.add(inserted);
                    checks.add(checked);
                }
            }
        } finally {
            Disk.delete(folder);
        }
        Table table = new Table(
                "households", "import, s", "read and insert, s", "×", "dry run with a fault in each tenth row, s");
        table.row(
                rows,
                Sample.of(imports).shown("%.1f"),
                Sample.of(floors).shown("%.1f"),
                Sample.of(imports).over(Sample.of(floors)).shown("%.2f"),
                Sample.of(checks).shown("%.1f"));
        table.print();
    }

    private Path workbook(String name, int each) throws IOException {
        Path file = folder.resolve(name + ".xlsx");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            Households.write(rows, each, out);
        }
        return file;
    }

    /** The work on an empty table, and whether every row is there after it. */
    private double emptied(TestDatabase database, Work work) throws IOException, SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            Households.clear(connection);
        }
        double seconds = timed(work);
        require(database.platform().read(Households::count) == rows, "Not every row is there");
        return seconds;
    }

    private static double timed(Work work) throws IOException, SQLException {
        System.gc();
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static void load(DefaultSheets sheets, Households households, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            ImportReport report = sheets.load(households, in, false, Progress.NONE);
            require(report.accepted(), "Refused: " + report.violations());
        }
    }

    private void insert(TestDatabase database, Path file) throws IOException, SQLException {
        try (InputStream in = Files.newInputStream(file);
                Connection connection = database.dataSource().getConnection()) {
            PlainImport.run(in, Files.createTempFile(folder, "floor", ".tmp"), connection);
        }
    }

    /** Every fault beside its row, as the user gets it. */
    private void check(DefaultSheets sheets, Households households, Path file) throws IOException {
        Path copy = folder.resolve("annotated.xlsx");
        try (InputStream in = Files.newInputStream(file);
                CheckedFile checked = sheets.check(households, in, Progress.NONE);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(copy))) {
            require(checked.told() == rows / FAULTY, "Told " + checked.told() + " faults");
            checked.annotate(Locale.SIMPLIFIED_CHINESE, out);
        }
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalStateException(otherwise);
        }
    }
}
