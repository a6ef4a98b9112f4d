package org.gridloom.platform.events.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gridloom.platform.events.internal.chain.ChainReport;
import org.gridloom.platform.testkit.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SealingThreadTest {

    @Test
    void aCommitIsSealedSoonAndTheThreadEndsWithItsBundle() throws InterruptedException {
        try (TestDatabase db = TestDatabase.onH2(2)) {
            Databases.record(db, "item/before", null);
            SealingThread sealing = new SealingThread(db.platform(), Databases.anchors(db));
            db.onCommit(sealing::committed);
            CountDownLatch sealed = new CountDownLatch(1);
            db.onCommit(() -> {
                if (Thread.currentThread().getName().equals("gridloom-sealer") && unsealed(db) == 0) {
                    sealed.countDown();
                }
            });
            Databases.record(db, "item/after", null);

            assertThat(sealed.await(30, TimeUnit.SECONDS)).isTrue();
            sealing.close();
            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .doesNotContain("gridloom-sealer");
        }
    }

    private static long unsealed(TestDatabase db) {
        List<ChainReport> reports =
                new AuditTrail(db.platform(), db.access(), Databases.anchors(db), db.clock()).verify();
        return reports.stream().mapToLong(ChainReport::unsealed).sum();
    }
}
