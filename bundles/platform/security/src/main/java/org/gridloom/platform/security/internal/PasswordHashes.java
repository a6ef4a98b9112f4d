package org.gridloom.platform.security.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.gridloom.platform.security.internal.domain.GeneratedPassword;

/**
 * Argon2id (RFC 9106) with OWASP's parameters: 19 MiB, two passes, one lane. As each takes that much memory, only a few
 * run at once.
 */
final class PasswordHashes {

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
    private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();

    private final int memory;
    private final SecureRandom random = new SecureRandom();
    private final Semaphore places =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

    /** Hash of nothing that anybody knows: verifying against it takes the time that a real one takes. */
    private final String nobody;

    PasswordHashes() {
        this(MEMORY_KIB);
    }

    /** @param memory in KiB, for each hash */
    PasswordHashes(int memory) {
        this.memory = memory;
        nobody = hash(GeneratedPassword.next(random));
    }

    String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] hash = argon2(password, salt, memory, PASSES, LANES, HASH_BYTES);
        return "$argon2id$v=19$m=" + memory + ",t=" + PASSES + ",p=" + LANES + "$" + ENCODER.encodeToString(salt) + "$"
                + ENCODER.encodeToString(hash);
    }

    /** @param stored null where there is no such account, which then takes as long */
    boolean matches(String password, String stored) {
        Matcher form = FORM.matcher(stored == null ? nobody : stored);
        if (!form.matches()) {
            throw new IllegalStateException("A stored password hash has an unknown form");
        }
        byte[] expected = Base64.getDecoder().decode(form.group(5));
        byte[] actual = argon2(
                password,
                Base64.getDecoder().decode(form.group(4)),
                Integer.parseInt(form.group(1)),
                Integer.parseInt(form.group(2)),
                Integer.parseInt(form.group(3)),
                expected.length);
        return MessageDigest.isEqual(expected, actual) && stored != null;
    }

    private byte[] argon2(String password, byte[] salt, int memory, int passes, int lanes, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        places.acquireUninterruptibly();
        try {
            generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        } finally {
            places.release();
        }
        return hash;
    }
}
