package org.gridloom.platform.settings.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.gridloom.platform.files.DataFolder;

/**
 * Secrets as the database holds them: AES-GCM under a key that lies beside it, in the data folder; bound to module and
 * setting, so that none can be put in another's place. Nodes of one district need the same key file.
 */
final class Secrets {

    static final String FILE = "keys/settings.key";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final DataFolder files;
    private final SecureRandom random = new SecureRandom();

    Secrets(DataFolder files) {
        this.files = files;
    }

    String seal(String module, String key, String secret) {
        try {
            byte[] nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            byte[] hidden = cipher(Cipher.ENCRYPT_MODE, key(), nonce, module, key)
                    .doFinal(secret.getBytes(StandardCharsets.UTF_8));
            byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + hidden.length);
            System.arraycopy(hidden, 0, all, NONCE_BYTES, hidden.length);
            return Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empty where this node's key does not open it. */
    Optional<String> open(String module, String key, String kept) {
        try {
            Optional<byte[]> own = stored();
            if (own.isEmpty()) {
                return Optional.empty();
            }
            byte[] all = Base64.getDecoder().decode(kept);
            byte[] clear = cipher(Cipher.DECRYPT_MODE, own.get(), Arrays.copyOf(all, NONCE_BYTES), module, key)
                    .doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
            return Optional.of(new String(clear, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, byte[] secret, byte[] nonce, String module, String key)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((module + "/" + key).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private synchronized byte[] key() {
        return stored().orElseGet(() -> {
            byte[] made = new byte[KEY_BYTES];
            random.nextBytes(made);
            files.write(FILE, Base64.getEncoder().encode(made));
            return made;
        });
    }

    private Optional<byte[]> stored() {
        Path file = files.path().resolve(FILE);
        try {
            return Files.exists(file)
                    ? Optional.of(
                            Base64.getDecoder().decode(Files.readString(file).strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
