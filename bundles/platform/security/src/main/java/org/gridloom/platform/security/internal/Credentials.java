package org.gridloom.platform.security.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.crypto.KeyGenerator;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.internal.domain.AccountName;
import org.gridloom.platform.security.internal.domain.PasswordRules;
import org.gridloom.platform.security.internal.store.AccountStore;
import org.gridloom.platform.security.internal.store.SessionStore.Standing;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Believes a name and password, or not. The answer to a wrong name, a wrong password and a disabled account is the same
 * and takes as long. What was verified may be remembered for five minutes, as a digest under a key that ends with this
 * process, until the account changes.
 */
@Component(service = Credentials.class)
public class Credentials {

    private static final String HMAC = "HmacSHA256";
    private static final int STRIPES = 64;

    private final RightsCache rights;
    private final Sessions sessions;
    private final Attempts attempts;
    private final PasswordHashes hashes;
    private final SecretKey bootKey = newKey();

    /** One attempt at an account at a time, so that no burst gets more tries than are allowed. */
    private final Object[] oneAtATime =
            IntStream.range(0, STRIPES).mapToObj(i -> new Object()).toArray();

    private final Cache<String, Long> remembered = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();

    @Activate
    public Credentials(@Reference RightsCache rights, @Reference Sessions sessions, @Reference Attempts attempts) {
        this(rights, sessions, attempts, new PasswordHashes());
    }

    Credentials(RightsCache rights, Sessions sessions, Attempts attempts, PasswordHashes hashes) {
        this.rights = rights;
        this.sessions = sessions;
        this.attempts = attempts;
        this.hashes = hashes;
    }

    /**
     * The account's canonical name, if the password is its own.
     *
     * @throws Problem {@link Problem.Kind#UNAUTHENTICATED}, or {@link Problem.Kind#TOO_MANY} while locked
     */
    public String verify(String typedName, String password, String source) {
        String name = AccountName.canonical(typedName);
        synchronized (stripe(name)) {
            return verified(name, password, source);
        }
    }

    /** As {@link #verify}, for requests that all bring name and password: believes again what it believed just now. */
    public String verifyAgain(String typedName, String password, String source) {
        String name = AccountName.canonical(typedName);
        String key = digest(name, password);
        if (isRemembered(name, key)) {
            return name;
        }
        synchronized (stripe(name)) {
            if (!isRemembered(name, key)) {
                verified(name, password, source);
                sessions.standing(name).ifPresent(standing -> remembered.put(key, standing.credentialVersion()));
            }
            return name;
        }
    }

    String hash(String password) {
        return hashes.hash(password);
    }

    private String verified(String name, String password, String source) {
        attempts.refuseIfBlocked(name, source);
        Optional<String> stored = rights.read(tx -> {
            AccountStore accounts = new AccountStore(tx.em());
            return accounts.passwordHash(name);
        });
        boolean matches =
                password.length() <= PasswordRules.MAX_LENGTH * 2 && hashes.matches(password, stored.orElse(null));
        boolean enabled = sessions.standing(name).filter(Standing::enabled).isPresent();
        if (!matches || !enabled) {
            attempts.failed(name, source, stored.isPresent());
            throw new Problem(
                    Problem.Kind.UNAUTHENTICATED, Text.of("账号名或密码不正确", "The account name or the password is wrong"));
        }
        attempts.succeeded(name, source);
        return name;
    }

    private boolean isRemembered(String name, String key) {
        Long version = remembered.getIfPresent(key);
        if (version == null) {
            return false;
        }
        boolean stands = sessions.standing(name)
                .filter(standing -> standing.enabled() && standing.credentialVersion() == version)
                .isPresent();
        if (!stands) {
            remembered.invalidate(key);
        }
        return stands;
    }

    private Object stripe(String name) {
        return oneAtATime[Math.floorMod(name.hashCode(), STRIPES)];
    }

    private static SecretKey newKey() {
        try {
            return KeyGenerator.getInstance(HMAC).generateKey();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String digest(String name, String password) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(bootKey);
            mac.update((name.length() + ":" + name).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
