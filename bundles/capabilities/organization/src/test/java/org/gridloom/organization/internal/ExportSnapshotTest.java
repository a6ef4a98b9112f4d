package org.gridloom.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.sheet.Sheet;
import org.gridloom.platform.sheet.SheetDefinition;
import org.gridloom.platform.sheet.SheetFormat;
import org.gridloom.platform.sheet.SheetOutput;
import org.gridloom.platform.sheet.SheetQuery;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.tx.Sql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ExportSnapshotTest {

    private static final int STREETS = 990;

    @RegisterExtension
    final TestDatabase database = TestDatabase.of("org.gridloom.organization");

    private final ExecutorService writer = Executors.newSingleThreadExecutor();
    private TerritoryDesk desk;

    /** The list of units, in which somebody else renames and creates while it is exported. */
    private record Disturbed(Sheet list, int each, Runnable writes) implements Sheet {

        @Override
        public SheetDefinition definition() {
            return list.definition();
        }

        @Override
        public void export(SheetQuery query, SheetOutput out) {
            int[] rows = {0};
            list.export(query, cells -> {
                if (++rows[0] % each == 0) {
                    writes.run();
                }
                out.row(cells);
            });
        }
    }

    @Test
    void noRowIsDoubledOrMissingThoughOthersRenameAndCreateMeanwhile() throws Exception {
        desk = new TerritoryDesk(database);
        desk.create(null, "210102", "和平区");
        String streets = IntStream.rangeClosed(1, STREETS)
                .mapToObj(i -> "210102%03d,210102,street,街道%04d,2026-01-01".formatted(i, i))
                .collect(Collectors.joining("\n", "code,parent,level,name,validFrom\n", "\n"));
        DefaultUnitImport units = desk.unitImport();
        assertThat(units.importCsv(
                                new ByteArrayInputStream(streets.getBytes(StandardCharsets.UTF_8)),
                                false,
                                Progress.NONE)
                        .created())
                .isEqualTo(STREETS);
        Set<String> before = exported(units);
        int[] turn = {0};

        Set<String> during = exported(new Disturbed(units, 100, () -> disturb(turn[0]++)));

        assertThat(turn[0]).isPositive();
        assertThat(during).isEqualTo(before).hasSize(STREETS + 1);
        assertThat(exported(units)).isNotEqualTo(before);
        writer.shutdown();
    }

    /** The last by name become the first and the other way round, and one more is there. */
    private void disturb(int turn) {
        try {
            writer.submit(() -> {
                        desk.create("210102", "2101029%02d".formatted(91 + turn % 9), "街道新" + turn);
                        database.transactions()
                                .run(tx -> Sql.of(tx)
                                        .update(
                                                "update organization_unit_detail set name = ? || name"
                                                        + " where name like '街道0%'",
                                                turn % 2 == 0 ? "最" : "一"));
                    })
                    .get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The rows, none of them twice. */
    private Set<String> exported(Sheet sheet) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int rows = desk.sheets().export(sheet, new SheetQuery(Map.of(), "-name"), SheetFormat.CSV, Locale.ENGLISH, out);
        Set<String> lines = new TreeSet<>(
                out.toString(StandardCharsets.UTF_8).lines().skip(1).toList());
        assertThat(lines).hasSize(rows);
        return lines;
    }
}
