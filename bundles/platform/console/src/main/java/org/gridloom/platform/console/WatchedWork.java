package org.gridloom.platform.console;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.gridloom.platform.console.GridloomCommand.LongWork;

/**
 * Work on a thread of its own. Ctrl-C interrupts the thread that waits: the work is told to stop and not interrupted,
 * which would close the file of an H2 database under it.
 */
final class WatchedWork<T> {

    private static final int EVERY = 50_000;

    /** Gets told how far the work is. */
    interface Watcher {
        void at(int done, int total);
    }

    private final FutureTask<T> task;
    private final Watcher watcher;
    private final Runnable stopping;
    private int told;
    private volatile boolean cancelled;

    /** @param stopping run once, when it is told to stop */
    WatchedWork(LongWork<T> work, Watcher watcher, Runnable stopping) {
        this.task = new FutureTask<>(() -> work.run(this::at));
        this.watcher = watcher;
        this.stopping = stopping;
    }

    boolean isCancelled() {
        return cancelled;
    }

    private boolean at(int done, int total) {
        if (done / EVERY != told / EVERY && done >= EVERY) {
            watcher.at(done, total);
        }
        told = done;
        return !cancelled;
    }

    /** Starts the work and waits for its end, however often it is interrupted. */
    T await(Consumer<Runnable> starter) throws Exception {
        new Thread(() -> starter.accept(task), "console-work").start();
        while (true) {
            try {
                return task.get();
            } catch (InterruptedException stop) {
                if (!cancelled) {
                    cancelled = true;
                    stopping.run();
                }
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof Exception cause) {
                    throw cause;
                }
                throw failed;
            }
        }
    }
}
