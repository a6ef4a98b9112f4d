package org.gridloom.platform.security.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.gridloom.platform.security.internal.store.AccountStore;
import org.gridloom.platform.security.internal.store.SessionStore;
import org.gridloom.platform.security.internal.store.SessionStore.LiveSession;
import org.gridloom.platform.security.internal.store.SessionStore.Standing;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.tx.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Sessions: a random token of 256 bits in the browser or tool, its hash in the database, so that any node can serve it
 * and nobody who reads the database can use it.
 */
@Component(service = Sessions.class)
public class Sessions {

    private static final int TOKEN_BYTES = 32;
    private static final int AGENT_LENGTH = 200;
    /** The time of last use is written no oftener. */
    private static final Duration TOUCH = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final RightsCache rights;
    private final Settings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @Activate
    public Sessions(
            @Reference(target = "(osgi.unit.name=org.gridloom.platform.security)") Transactions transactions,
            @Reference RightsCache rights,
            @Reference Settings settings,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.rights = rights;
        this.settings = settings;
        this.clock = clock;
    }

    /** Opens a session for an account that was just verified. The token is always new. */
    public SignedIn open(String account, String source, String agent) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        transactions.run(tx -> {
            SessionStore store = new SessionStore(tx);
            store.deleteIdle(now.minus(settings.sessionIdle().plus(TOUCH)));
            Account holder = new AccountStore(tx.em()).find(account).orElseThrow();
            store.insert(hash(token), holder.id(), now, source, shortened(agent));
            tx.audit(AuditEntry.created(
                    "platform.session.opened", "account/" + account, holder.unit(), Map.of("source", source)));
        });
        return new SignedIn(account, token);
    }

    /** Who holds the token; empty once the session has ended or the account is disabled. */
    public Optional<SignedIn> find(String token) {
        Instant now = clock.instant();
        Optional<LiveSession> session = transactions
                .read(tx -> new SessionStore(tx).find(hash(token)))
                .filter(found -> found.standing().enabled() && isAlive(found, now));
        session.ifPresent(found -> {
            rights.observe(found.standing().account(), found.standing().revision());
            if (found.lastUsedAt().plus(TOUCH).isBefore(now)) {
                transactions.run(tx -> new SessionStore(tx).touch(found.id(), now));
            }
        });
        return session.map(found -> new SignedIn(found.standing().account(), token));
    }

    /** Ends the session that the token is of, if it still lives. */
    public void close(SignedIn signedIn) {
        transactions.run(tx -> {
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
        });
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
