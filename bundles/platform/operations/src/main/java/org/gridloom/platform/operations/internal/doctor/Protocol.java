package org.gridloom.platform.operations.internal.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** What is spoken on a port, found out by listening to it and then greeting it. */
enum Protocol {
    SSH,
    TLS,
    PLAIN;

    private static final int MILLIS = (int) TimeUnit.MILLISECONDS.toMillis(500);
    private static final String SSH_GREETING = "SSH-";
    private static final int HANDSHAKE = 0x16;
    private static final int ALERT = 0x15;

    /** The start of a handshake that every server of TLS answers, if only with an alert: TLS 1.2, one cipher suite. */
    private static final byte[] CLIENT_HELLO = {
        HANDSHAKE,
        3,
        1,
        0,
        45,
        1,
        0,
        0,
        41,
        3,
        3,
        1,
        2,
        3,
        4,
        5,
        6,
        7,
        8,
        9,
        10,
        11,
        12,
        13,
        14,
        15,
        16,
        17,
        18,
        19,
        20,
        21,
        22,
        23,
        24,
        25,
        26,
        27,
        28,
        29,
        30,
        31,
        32,
        0,
        0,
        2,
        (byte) 0xC0,
        0x2F,
        1,
        0
    };

    static Protocol of(InetSocketAddress listening) throws IOException {
        InetAddress bound = listening.getAddress();
        InetAddress reached = bound.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : bound;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(reached, listening.getPort()), MILLIS);
            socket.setSoTimeout(MILLIS);
            if (read(socket, SSH_GREETING.length()).equals(SSH_GREETING)) {
                return SSH;
            }
            socket.getOutputStream().write(CLIENT_HELLO);
            String answer = read(socket, 1);
            boolean isTls = !answer.isEmpty() && (answer.charAt(0) == HANDSHAKE || answer.charAt(0) == ALERT);
            return isTls ? TLS : PLAIN;
        }
    }

    /** What comes within the time; nothing if nothing does. */
    private static String read(Socket socket, int length) throws IOException {
        try {
            return new String(socket.getInputStream().readNBytes(length), StandardCharsets.ISO_8859_1);
        } catch (SocketTimeoutException e) {
            return "";
        }
    }
}
