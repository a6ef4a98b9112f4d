package org.gridloom.platform.web.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in its uses here. */
public final class Digests {

    private static final int SHORT = 12;

    private Digests() {}

    public static byte[] sha256(String text) {
        return sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Enough to tell versions apart. */
    public static String shortened(byte[] digest) {
        return HexFormat.of().formatHex(digest).substring(0, SHORT);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
