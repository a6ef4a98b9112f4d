package org.gridloom.platform.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;
import org.junit.jupiter.api.Test;

class WatchedWorkTest {

    private static final Problem CANCELLED = Problem.conflict(Text.of("已取消", "Cancelled"));

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    @Test
    void workThatIsInterruptedIsToldToStopAndWaitedFor() {
        CountDownLatch begun = new CountDownLatch(1);
        Thread waiting = Thread.currentThread();
        WatchedWork<String> work = new WatchedWork<>(
                progress -> {
                    begun.countDown();
                    while (progress.at(1, 2)) {
                        Thread.onSpinWait();
                    }
                    told.add("ended");
                    throw CANCELLED;
                },
                (done, total) -> told.add("at " + done),
                (done, total) -> told.add("stopping at " + total),
                () -> false);

        assertThatThrownBy(() -> work.await(task -> {
                    new Thread(() -> interruptWhen(begun, waiting)).start();
                    task.run();
                }))
                .isSameAs(CANCELLED);

        assertThat(work.isCancelled()).isTrue();
        assertThat(told).hasSize(2).contains("ended").anyMatch(line -> line.startsWith("stopping at "));
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void whatItDidComesOutAndHowFarItIsIsToldNowAndThen() throws Exception {
        WatchedWork<String> work = new WatchedWork<>(
                progress -> {
                    for (int done = 0; done <= 120_000; done += 1_000) {
                        progress.at(done, 120_000);
                    }
                    return "done";
                },
                (done, total) -> told.add("at " + done),
                (done, total) -> told.add("stopping at " + total),
                () -> false);

        assertThat(work.await(Runnable::run)).isEqualTo("done");

        assertThat(work.isCancelled()).isFalse();
        assertThat(told).containsExactly("at 50000", "at 100000");
    }

    @Test
    void workThatNobodyWaitsForIsToldToStopAndWaitedFor() {
        WatchedWork<String> work = new WatchedWork<>(
                progress -> {
                    while (progress.at(7, 9)) {
                        Thread.onSpinWait();
                    }
                    throw CANCELLED;
                },
                (done, total) -> told.add("at " + done),
                (done, total) -> told.add("stopping at " + done + " of " + total),
                () -> true);

        assertThatThrownBy(() -> work.await(Runnable::run)).isSameAs(CANCELLED);

        assertThat(told).containsExactly("stopping at 7 of 9");
    }

    private static void interruptWhen(CountDownLatch begun, Thread waiting) {
        try {
            begun.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        waiting.interrupt();
    }
}
