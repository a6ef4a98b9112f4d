package org.gridloom.platform.privacy.internal.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256, and keys derived by it (HKDF, RFC 5869, for one block). */
public final class Digests {

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] NO_SALT = new byte[32];

    private Digests() {}

    /** A key for one use only. */
    public static byte[] derived(byte[] key, String use) {
        byte[] extracted = mac(NO_SALT, key);
        byte[] info = use.getBytes(StandardCharsets.UTF_8);
        byte[] block = java.util.Arrays.copyOf(info, info.length + 1);
        block[info.length] = 1;
        return mac(extracted, block);
    }

    /** As 64 hexadecimal digits. */
    public static String of(byte[] key, String text) {
        return HexFormat.of().formatHex(mac(key, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] mac(byte[] key, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
