package org.gridloom.platform.sheets.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridloom.platform.sheets.internal.Files.csv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.sheet.SheetFormat;
import org.gridloom.platform.sheet.SheetQuery;
import org.gridloom.platform.sheets.internal.table.Limits;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.testkit.TestFiles;
import org.gridloom.platform.tx.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Imports of one list at the same time, and while its rows change and are exported. */
@Timeout(120)
class ConcurrentLoadsTest {

    private static final int PEOPLE = 6;
    private static final int LISTS = 3;
    private static final List<String> CODES =
            IntStream.range(0, 20).mapToObj(i -> "c" + i).toList();

    @RegisterExtension
    final TestDatabase db = TestDatabase.of();

    private final ExecutorService threads = Executors.newFixedThreadPool(PEOPLE);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private DefaultSheets sheets() {
        return DefaultSheets.limited(
                db.access(),
                new StoredMappings(db.platform(), db.access()),
                db.platform(),
                TestFiles.temporary(),
                db.clock(),
                Limits.USUAL);
    }

    private List<Long> together(List<Callable<Long>> works) throws Exception {
        CyclicBarrier start = new CyclicBarrier(works.size());
        List<Future<Long>> running = new ArrayList<>();
        for (Callable<Long> work : works) {
            running.add(threads.submit(() -> {
                start.await();
                return work.call();
            }));
        }
        List<Long> given = new ArrayList<>();
        for (Future<Long> each : running) {
            given.add(each.get());
        }
        return given;
    }

    /** The codes in an order of their own, so that everybody waits for everybody. */
    private static String table(int seed, String amount) {
        List<String> codes = new ArrayList<>(CODES);
        Collections.shuffle(codes, new Random(seed));
        return codes.stream().map(code -> code + "," + amount).collect(Collectors.joining("\n", "code,amount\n", "\n"));
    }

    /** Goes on until it is through, as who is told to try again would. */
    private long persistently(Callable<Long> work) throws Exception {
        while (true) {
            try {
                return work.call();
            } catch (Problem busy) {
                assertThat(busy.kind()).isEqualTo(Problem.Kind.UNAVAILABLE);
                assertThat(busy.getMessage()).contains("please try again");
            }
        }
    }

    private long loaded(StockSheet stock, String table, Progress progress) throws IOException {
        ImportReport report = sheets().load(stock, csv(table), false, progress);
        return report.accepted() ? report.updated() : 0;
    }

    @Test
    void eachListIsTakenWholeOrRefusedAndTheSumsAreRight() throws Exception {
        StockSheet stock = new StockSheet(db, CODES);
        List<Callable<Long>> works = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            int seed = i;
            works.add(() -> {
                long sum = 0;
                for (int n = 0; n < LISTS; n++) {
                    int round = seed * 10 + n;
                    sum += persistently(() -> loaded(stock, table(round, "1"), Progress.NONE));
                }
                return sum;
            });
        }

        assertThat(together(works)).containsOnly((long) LISTS * CODES.size());
        assertThat(stock.total()).isEqualTo((long) PEOPLE * LISTS * CODES.size());
        assertThat(amounts(stock)).containsOnly((long) PEOPLE * LISTS);
    }

    @Test
    void whatIsFaultyOrCancelledOrUnderwayIsNeverSeen() throws Exception {
        StockSheet stock = new StockSheet(db, CODES);
        List<Callable<Long>> works = List.of(
                () -> persistently(() -> loaded(stock, table(1, "1000"), Progress.NONE)),
                () -> loaded(stock, table(2, "1") + "c0,many\n", Progress.NONE),
                () -> cancelled(stock),
                () -> {
                    for (int i = 0; i < 60; i++) {
                        String code = CODES.get(i % CODES.size());
                        persistently(() -> db.platform().call(tx -> (long)
                                Sql.of(tx).update("update test_stock set amount = amount + 1 where code = ?", code)));
                    }
                    return 60L;
                },
                () -> wholeExports(stock),
                () -> wholeExports(stock));

        assertThat(together(works)).startsWith((long) CODES.size(), 0L, 0L, 60L);
        assertThat(stock.total()).isEqualTo(1000L * CODES.size() + 60);
    }

    private long cancelled(StockSheet stock) throws IOException {
        int[] steps = new int[1];
        try {
            return loaded(stock, table(3, "1"), (done, total) -> steps[0]++ < CODES.size() / 2);
        } catch (Problem refused) {
            assertThat(refused.kind()).isIn(Problem.Kind.CONFLICT, Problem.Kind.UNAVAILABLE);
            return 0;
        }
    }

    /** The thousand is added to all rows or to none, whenever one looks. */
    private long wholeExports(StockSheet stock) throws IOException {
        for (int i = 0; i < 10; i++) {
            assertThat(amounts(stock).stream().map(amount -> amount >= 1000).distinct())
                    .hasSize(1);
        }
        return 0;
    }

    private List<Long> amounts(StockSheet stock) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sheets().export(stock, new SheetQuery(Map.of(), null), SheetFormat.CSV, Locale.ENGLISH, out);
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> Long.valueOf(line.substring(line.indexOf(',') + 1)))
                .toList();
    }
}
