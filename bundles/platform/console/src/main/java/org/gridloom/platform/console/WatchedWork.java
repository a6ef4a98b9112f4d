package org.gridloom.platform.console;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.gridloom.platform.console.GridloomCommand.LongWork;
import org.gridloom.platform.sheet.Progress;

/**
 * Work on a thread of its own. Ctrl-C interrupts the thread that waits: the work is told to stop and not interrupted,
 * which would close the file of an H2 database under it.
 */
final class WatchedWork<T> {

    private static final int EVERY = 50_000;
    private static final int LOOK_MILLIS = 500;

    /** Gets told how far the work is. */
    interface Watcher {
        void at(int done, int total);
    }

    private final FutureTask<T> task;
    private final Watcher watcher;
    private final Watcher stopping;
    private final BooleanSupplier givenUp;
    private volatile Progress.Standing standing = new Progress.Standing(0, -1);
    private volatile boolean cancelled;

    /**
     * @param stopping told once, when the work is told to stop
     * @param givenUp whether nobody waits for it any more
     */
    WatchedWork(LongWork<T> work, Watcher watcher, Watcher stopping, BooleanSupplier givenUp) {
        this.task = new FutureTask<>(() -> work.run(this::at));
        this.watcher = watcher;
        this.stopping = stopping;
        this.givenUp = givenUp;
    }

    boolean isCancelled() {
        return cancelled;
    }

    private boolean at(int done, int total) {
        if (done / EVERY != standing.done() / EVERY && done >= EVERY && !cancelled) {
            watcher.at(done, total);
        }
        standing = new Progress.Standing(done, total);
        return !cancelled;
    }

    /** Starts the work and waits for its end, however often it is interrupted. */
    T await(Consumer<Runnable> starter) throws Exception {
        new Thread(() -> starter.accept(task), "console-work").start();
        while (true) {
            try {
                return cancelled ? task.get() : task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException stop) {
                cancel();
            } catch (TimeoutException still) {
                if (givenUp.getAsBoolean()) {
                    cancel();
                }
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof Exception cause) {
                    throw cause;
                }
                throw failed;
            }
        }
    }

    private void cancel() {
        if (!cancelled) {
            cancelled = true;
            stopping.at(standing.done(), standing.total());
        }
    }
}
