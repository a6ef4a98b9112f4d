package org.gridloom.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gridloom.benchmarks.events.EffectRows;
import org.gridloom.benchmarks.events.Effects;
import org.gridloom.benchmarks.events.Pairs;
import org.gridloom.benchmarks.events.Publishers;
import org.gridloom.itests.harness.Disk;
import org.gridloom.platform.events.internal.chain.Chain;
import org.gridloom.platform.events.internal.chain.Sealer;
import org.gridloom.platform.events.internal.delivery.Delivery;
import org.gridloom.platform.testkit.PostgresServer;
import org.gridloom.platform.testkit.TestDatabase;

/**
 * From publishing to the effect in the database, beside an insert and an update of plain JDBC; then a subscriber that
 * comes late to a long log.
 */
final class EventsBenchmark {

    private static final int CONNECTIONS = 12;
    private static final int WARM_UP = 3;
    private static final int TENTHS = 10;

    private final Options options;
    private final int events;
    private final int replayed;
    private final List<Double> rates = new ArrayList<>();
    private final List<Double> floors = new ArrayList<>();
    private final List<Double> lags = new ArrayList<>();
    private final List<Double> lagsAtHalf = new ArrayList<>();
    private final Path anchors = Disk.temporary("anchors");

    EventsBenchmark(Options options) {
        this.options = options;
        events = options.quick() ? 1_000 : 20_000;
        replayed = options.quick() ? 20_000 : 1_000_000;
    }

    void run() throws Exception {
        try (PostgresServer server = PostgresServer.start();
                TestDatabase database = TestDatabase.onPostgres(server, CONNECTIONS)) {
            Effects effects = new Effects(database, "benchmark.effects");
            Pairs pairs = new Pairs(database);
            try (Delivery delivery = new Delivery(database, effects.transactions(), anchors)) {
                delivery.add(effects);
                for (int round = -WARM_UP; round < options.rounds(); round++) {
                    round(round, database, effects, pairs);
                }
            }
            Table table = new Table(
                    "events",
                    "published to effect, a second",
                    "pairs of the floor",
                    "part",
                    "p99 lag, ms",
                    "p99 lag at half the rate, ms");
            table.row(
                    events,
                    Sample.of(rates).shown("%.0f"),
                    Sample.of(floors).shown("%.0f"),
                    Sample.of(rates).over(Sample.of(floors)).shown("%.2f"),
                    Sample.of(lags).shown("%.0f"),
                    Sample.of(lagsAtHalf).shown("%.0f"));
            table.print();
            replay(database);
        } finally {
            Disk.delete(anchors);
        }
    }

    private void round(int round, TestDatabase database, Effects effects, Pairs pairs) throws InterruptedException {
        double rate = timed(() -> {
            new Publishers(database, events, 0).publish();
            effects.await(events);
        });
        double lag = effects.p99Millis();
        effects.forget();
        double floor = timed(() -> pairs.make(events));
        new Publishers(database, events / 4, rate / 2).publish();
        effects.await(events / 4);
        double lagAtHalf = effects.p99Millis();
        effects.forget();
        if (round >= 0) {
            rates.add(rate);
            lags.add(lag);
            floors.add(floor);
            lagsAtHalf.add(lagAtHalf);
        }
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private double timed(Work work) throws InterruptedException {
        long begin = System.nanoTime();
        work.run();
        return events / ((System.nanoTime() - begin) / 1e9);
    }

    /** Publishing and sealing do not count: a late subscriber finds the log as it is. */
    private void replay(TestDatabase database) throws Exception {
        int before = Publishers.published(database);
        Publishers.publishAtOnce(database, replayed);
        new Sealer(database.platform()).seal(Chain.EVENT);
        Effects late = new Effects(database, "benchmark.late");
        Sample replay;
        try (Delivery delivery = new Delivery(database, late.transactions(), anchors)) {
            delivery.add(late);
            replay = perSecond(before + replayed, late::await);
        }
        EffectRows rows = new EffectRows(database);
        Sample floor = perSecond(before + replayed, rows::upTo);
        Table table = new Table(
                "replay, by tenths", "events with an effect each, a second", "the same rows of the floor", "part");
        table.row(
                before + replayed,
                replay.shown("%.0f"),
                floor.shown("%.0f"),
                replay.over(floor).shown("%.2f"));
        table.print();
    }

    private interface Reach {
        void reach(int count) throws Exception;
    }

    private static Sample perSecond(int all, Reach reach) throws Exception {
        List<Double> rates = new ArrayList<>();
        int tenth = all / TENTHS;
        for (int i = 1; i <= TENTHS; i++) {
            long begin = System.nanoTime();
            reach.reach(i * tenth);
            rates.add(tenth / ((System.nanoTime() - begin) / 1e9));
        }
        return Sample.of(rates);
    }
}
