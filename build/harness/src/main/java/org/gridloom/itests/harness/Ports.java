package org.gridloom.itests.harness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;

/**
 * Ports that nobody uses just now. They lie below those that the system gives to outgoing connections, which could take one
 * before its server listens, and are drawn at random, as other tests draw at the same time.
 */
public final class Ports {

    private static final int FIRST = 20_000;
    private static final int COUNT = 12_000;
    private static final int TRIES = 100;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ports() {}

    public static int free() {
        for (int i = 0; i < TRIES; i++) {
            int port = FIRST + RANDOM.nextInt(COUNT);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No port is free");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
