package org.gridloom.benchmarks.events;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** The same work on several threads at once. */
final class Threads {

    private Threads() {}

    /** Returns when all have ended; fails where one has. */
    static void run(int threads, Runnable work) {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            CompletableFuture.allOf(IntStream.range(0, threads)
                            .mapToObj(n -> CompletableFuture.runAsync(work, executor))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } finally {
            executor.shutdown();
        }
    }
}
