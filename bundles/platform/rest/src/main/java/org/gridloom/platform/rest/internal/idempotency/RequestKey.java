package org.gridloom.platform.rest.internal.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An Idempotency-Key counts for the account that made it up. It is kept as a digest only, and is itself the key under which
 * the digest of its request is made: bodies hold telephone numbers and the like, which whoever has the database could find
 * by trying, if the digest were a plain one.
 */
record RequestKey(String account, String key) {

    private static final String ALGORITHM = "HmacSHA256";

    /** As it is kept. */
    String stored() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest((account + '\n' + key).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of the request's address and body. */
    String digest(BufferedRequest request) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update(request.address().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(request.body()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
