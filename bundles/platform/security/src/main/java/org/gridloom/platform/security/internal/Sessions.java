package org.gridloom.platform.security.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.gridloom.platform.persistence.Indispensable;
import org.gridloom.platform.security.internal.store.AccountStore;
import org.gridloom.platform.security.internal.store.SessionStore;
import org.gridloom.platform.security.internal.store.SessionStore.LiveSession;
import org.gridloom.platform.security.internal.store.SessionStore.Standing;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.tx.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Sessions: a random token of 256 bits in the browser or tool, its hash in the database, so that any node can serve it
 * and nobody who reads the database can use it. A page asks much within a moment, so what a session was found to be is
 * trusted for a second: what ends it here counts at once, what ends it on another node within that second.
 */
@Component(service = Sessions.class)
public class Sessions {

    private static final int TOKEN_BYTES = 32;
    private static final int AGENT_LENGTH = 200;
    /** The time of last use is written no oftener. */
    private static final Duration TOUCH = Duration.ofMinutes(1);

    private static final int MAX_TRUSTED = 10_000;

    private final Transactions transactions;
    private final RightsCache rights;
    private final Settings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    /** By hash. */
    private final Cache<String, LiveSession> trusted;
    /** Moves on with whatever may end a session, so that nothing read across it is trusted. */
    private final AtomicLong endings = new AtomicLong();

    private final Runnable forget = this::forgetAll;

    @Activate
    public Sessions(
            @Reference(target = "(osgi.unit.name=org.gridloom.platform.security)") Transactions transactions,
            @Reference RightsCache rights,
            @Reference Settings settings,
            @Reference Clock clock) {
        this(transactions, rights, settings, clock, Ticker.systemTicker());
    }

    Sessions(Transactions transactions, RightsCache rights, Settings settings, Clock clock, Ticker ticker) {
        this.transactions = transactions;
        this.rights = rights;
        this.settings = settings;
        this.clock = clock;
        trusted = Caffeine.newBuilder()
                .maximumSize(MAX_TRUSTED)
                .expireAfterWrite(RightsCache.TRUSTED)
                .ticker(ticker)
                .build();
        rights.onChange(forget);
    }

    @Deactivate
    void stop() {
        rights.offChange(forget);
    }

    /** Opens a session for an account that was just verified. The token is always new. */
    public SignedIn open(String account, String source, String agent) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        Indispensable.run(() -> transactions.run(tx -> {
            SessionStore store = new SessionStore(tx);
            store.deleteIdle(now.minus(settings.sessionIdle().plus(TOUCH)));
            Account holder = new AccountStore(tx.em()).find(account).orElseThrow();
            store.insert(hash(token), holder.id(), now, source, shortened(agent));
            tx.audit(AuditEntry.created("platform.session.opened", "account/" + account, holder.unit(), Map.of()));
        }));
        return new SignedIn(account, token);
    }

    /** Who holds the token; empty once the session has ended or the account is disabled. */
    public Optional<SignedIn> find(String token) {
        Instant now = clock.instant();
        Optional<LiveSession> session =
                known(hash(token), now).filter(found -> found.standing().enabled() && isAlive(found, now));
        return session.map(found -> new SignedIn(found.standing().account(), token));
    }

    private Optional<LiveSession> known(String hash, Instant now) {
        LiveSession known = trusted.getIfPresent(hash);
        if (known != null && !isDue(known, now)) {
            return Optional.of(known);
        }
        long before = endings.get();
        Optional<LiveSession> session = transactions.read(tx -> new SessionStore(tx).find(hash));
        session.ifPresent(found -> {
            rights.observe(found.standing().account(), found.standing().revision());
            if (!isDue(found, now)) {
                trust(hash, found, before);
            } else if (isAlive(found, now)) {
                Indispensable.run(() -> transactions.run(tx -> new SessionStore(tx).touch(found.id(), now)));
            }
        });
        return session;
    }

    private void trust(String hash, LiveSession session, long before) {
        trusted.put(hash, session);
        if (endings.get() != before) {
            trusted.invalidate(hash);
        }
    }

    private static boolean isDue(LiveSession session, Instant now) {
        return session.lastUsedAt().plus(TOUCH).isBefore(now);
    }

    private void forgetAll() {
        endings.incrementAndGet();
        trusted.invalidateAll();
    }

    /** Ends the session that the token is of, if it still lives. */
    public void close(SignedIn signedIn) {
        Indispensable.run(() -> transactions.run(tx -> {
            if (new SessionStore(tx).delete(hash(signedIn.token()))) {
                Account holder =
                        new AccountStore(tx.em()).find(signedIn.account()).orElseThrow();
                tx.audit(AuditEntry.changed(
                        "platform.session.closed",
                        "account/" + signedIn.account(),
                        holder.unit(),
                        Map.of(),
                        Map.of(),
                        null));
            }
        }));
        forgetAll();
    }

    /** How an account stands now, and a chance to see that its rights have changed. */
    Optional<Standing> standing(String account) {
        Optional<Standing> standing = transactions.read(tx -> new SessionStore(tx).standing(account));
        standing.ifPresent(found -> rights.observe(account, found.revision()));
        return standing;
    }

    /** Ends all sessions of an account but the one given, which may be null. */
    static int endAll(Tx tx, Account account, String exceptToken) {
        return new SessionStore(tx).deleteAll(account.id(), exceptToken == null ? "" : hash(exceptToken));
    }

    /** Follows from the token, so nothing more need be kept, and does not lead back to it. */
    static String csrf(String token) {
        return Digests.sha256("csrf", token);
    }

    private boolean isAlive(LiveSession session, Instant now) {
        return now.isBefore(session.lastUsedAt().plus(settings.sessionIdle()).plus(TOUCH))
                && now.isBefore(session.createdAt().plus(settings.sessionAge()));
    }

    private static String hash(String token) {
        return Digests.sha256("session", token);
    }

    private static String shortened(String agent) {
        return agent == null || agent.length() <= AGENT_LENGTH ? agent : agent.substring(0, AGENT_LENGTH);
    }
}
