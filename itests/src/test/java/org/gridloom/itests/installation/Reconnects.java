package org.gridloom.itests.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousChannelGroup;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A program of its own: a server on asynchronous sockets as SSH's is, and one client that connects, reads a byte and leaves,
 * over and over, while the server closes its end too. Ends with 1 if the server answers no more.
 */
final class Reconnects {

    private static final int PATIENCE_MILLIS = 10_000;
    private static final int LONGEST_SERVER_NANOS = 120_000;
    private static final int LONGEST_CLIENT_NANOS = 60_000;

    private final AsynchronousServerSocketChannel server;
    private final BlockingQueue<AsynchronousSocketChannel> served = new LinkedBlockingQueue<>();

    private Reconnects(AsynchronousServerSocketChannel server) {
        this.server = server;
    }

    /** @param arguments how often */
    public static void main(String[] arguments) throws IOException {
        Reconnects reconnects = new Reconnects(AsynchronousServerSocketChannel.open(
                        AsynchronousChannelGroup.withThreadPool(Executors.newFixedThreadPool(2)))
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
        reconnects.serve();
        boolean answered = true;
        for (int n = Integer.parseInt(arguments[0]); answered && n > 0; n--) {
            answered = reconnects.connect();
        }
        System.exit(answered ? 0 : 1);
    }

    private void serve() {
        server.accept(null, new Greeting());
        Thread closing = new Thread(() -> {
            while (true) {
                try (AsynchronousSocketChannel next = served.take()) {
                    pause(LONGEST_SERVER_NANOS);
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
        closing.setDaemon(true);
        closing.start();
    }

    /** Whether there was an answer; a connection that was cut is one. */
    private boolean connect() {
        try (Socket client = new Socket()) {
            client.connect(server.getLocalAddress());
            client.setSoTimeout(PATIENCE_MILLIS);
            client.getInputStream().read();
            pause(LONGEST_CLIENT_NANOS);
            return true;
        } catch (SocketException cut) {
            return true;
        } catch (IOException tooLate) {
            return false;
        }
    }

    private static void pause(int longest) {
        long until = System.nanoTime() + ThreadLocalRandom.current().nextInt(longest);
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    private final class Greeting implements CompletionHandler<AsynchronousSocketChannel, Void> {

        @Override
        public void completed(AsynchronousSocketChannel channel, Void nothing) {
            server.accept(null, this);
            channel.write(ByteBuffer.wrap(new byte[1]));
            channel.read(ByteBuffer.allocate(1), null, new Closing(channel));
            served.add(channel);
        }

        @Override
        public void failed(Throwable failure, Void nothing) {
            throw new IllegalStateException(failure);
        }
    }

    private record Closing(AsynchronousSocketChannel channel) implements CompletionHandler<Integer, Void> {

        @Override
        public void completed(Integer read, Void nothing) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void failed(Throwable closedMeanwhile, Void nothing) {
            // By whoever closes what was served.
        }
    }
}
