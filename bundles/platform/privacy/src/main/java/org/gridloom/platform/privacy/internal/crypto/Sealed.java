package org.gridloom.platform.privacy.internal.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Authenticated encryption: AES-256-GCM with a random nonce, bound to where the text belongs. */
public final class Sealed {

    private static final String FORM = "v1.";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Sealed() {}

    /** The text was changed, belongs elsewhere, or was sealed under another key. */
    public static final class Broken extends Exception {

        private static final long serialVersionUID = 1L;

        /** There is no key that could open it. */
        public static Broken noKey() {
            return new Broken();
        }

        Broken() {
            super("cannot be opened with this key in this place");
        }
    }

    /** @param place what it belongs to; can be opened nowhere else */
    public static String seal(byte[] key, String place, byte[] clear) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, place).doFinal(clear);
            byte[] all = ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return FORM + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static byte[] open(byte[] key, String place, String sealed) throws Broken {
        if (!sealed.startsWith(FORM)) {
            throw new Broken();
        }
        try {
            ByteBuffer all = ByteBuffer.wrap(Base64.getUrlDecoder().decode(sealed.substring(FORM.length())));
            byte[] nonce = new byte[NONCE];
            if (all.remaining() < NONCE + TAG_BITS / Byte.SIZE) {
                throw new Broken();
            }
            all.get(nonce);
            byte[] rest = new byte[all.remaining()];
            all.get(rest);
            return cipher(Cipher.DECRYPT_MODE, key, nonce, place).doFinal(rest);
        } catch (AEADBadTagException | IllegalArgumentException e) {
            throw new Broken();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
