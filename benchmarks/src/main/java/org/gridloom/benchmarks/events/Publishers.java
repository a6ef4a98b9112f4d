package org.gridloom.benchmarks.events;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.tx.EventDraft;
import org.gridloom.platform.tx.Sql;

/**
 * Several threads that publish an event a transaction.
 *
 * @param events how many in all
 * @param perSecond how many a second in all; 0 for as fast as they can
 */
public record Publishers(TestDatabase database, int events, double perSecond) {

    static final String NAME = "benchmark.happened";

    private static final int THREADS = 4;
    private static final int AGGREGATES = 100;
    private static final int AT_ONCE = 5_000;

    /** Returns when all are committed. */
    public void publish() throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        long begin = System.nanoTime();
        Threads.run(THREADS, () -> {
            for (int n = next.getAndIncrement(); n < events; n = next.getAndIncrement()) {
                if (perSecond > 0) {
                    LockSupport.parkNanos(begin + (long) (TimeUnit.SECONDS.toNanos(n) / perSecond) - System.nanoTime());
                }
                EventDraft draft = draft(n);
                database.platform().run(tx -> tx.publish(draft));
            }
        });
    }

    /** Many events in few transactions. */
    public static void publishAtOnce(TestDatabase database, int events) {
        for (int done = 0; done < events; done += AT_ONCE) {
            int from = done;
            database.platform().run(tx -> {
                for (int n = from; n < Math.min(from + AT_ONCE, events); n++) {
                    tx.publish(draft(n));
                }
            });
        }
    }

    public static int published(TestDatabase database) {
        return (int) (long) database.platform().read(tx -> Sql.of(tx).count("select count(*) from platform_event"));
    }

    private static EventDraft draft(int n) {
        return new EventDraft(NAME, 1, "item/" + n % AGGREGATES, null, Map.of("nanos", System.nanoTime()));
    }
}
