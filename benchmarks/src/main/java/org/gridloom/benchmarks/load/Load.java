package org.gridloom.benchmarks.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that each send one request after the other for a while. */
public final class Load {

    private final int clients;

    public Load(int clients) {
        this.clients = clients;
    }

    /** What one client sends. */
    @FunctionalInterface
    public interface Client {

        /** Sends its n-th request, and fails if the answer is not as it should be. */
        void send(Connection connection, int n) throws Exception;
    }

    /** Makes the clients, by number. */
    @FunctionalInterface
    public interface Clients {
        Client client(int number);
    }

    /**
     * What came of it.
     *
     * @param perSecond answers
     * @param nanos how long each took, in order
     */
    public record Slice(double perSecond, long[] nanos) {

        public double medianMillis() {
            return quantile(0.5);
        }

        public double p99Millis() {
            return quantile(0.99);
        }

        private double quantile(double part) {
            return nanos[(int) Math.min(nanos.length - 1L, Math.round(part * nanos.length))] / 1e6;
        }
    }

    /** Lets all clients send for so long. */
    public Slice run(int port, Clients what, Duration time) {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            long end = System.nanoTime() + time.toNanos();
            List<Future<List<Long>>> results = new ArrayList<>();
            for (int number = 0; number < clients; number++) {
                Client client = what.client(number);
                results.add(threads.submit(() -> sendUntil(end, port, client)));
            }
            long start = System.nanoTime();
            List<Long> all = new ArrayList<>();
            for (Future<List<Long>> result : results) {
                all.addAll(result.get());
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            long[] sorted = all.stream().mapToLong(Long::longValue).toArray();
            Arrays.sort(sorted);
            return new Slice(sorted.length / seconds, sorted);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Long> sendUntil(long end, int port, Client client) throws Exception {
        List<Long> taken = new ArrayList<>();
        try (Connection connection = new Connection(port)) {
            for (int n = 0; System.nanoTime() < end; n++) {
                long start = System.nanoTime();
                client.send(connection, n);
                taken.add(System.nanoTime() - start);
            }
        }
        return taken;
    }
}
