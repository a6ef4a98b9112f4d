package org.gridloom.platform.security.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gridloom.platform.persistence.Indispensable;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.internal.domain.BackOff;
import org.gridloom.platform.security.internal.domain.BackOff.Failures;
import org.gridloom.platform.security.internal.store.AttemptStore;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.tx.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Counts failed sign-ins three ways: of an account from one source, which locks soonest; of an account from all sources;
 * of a source for all accounts. All locks end by themselves. The second does not hold for the machine's own address, so
 * strangers cannot keep an administrator from the console. Names that no account bears are counted alike.
 */
@Component(service = Attempts.class)
public class Attempts {

    private static final int HALF = 32;
    private static final String ANY = "0".repeat(HALF);

    private final Transactions transactions;
    private final Settings settings;
    private final Clock clock;

    @Activate
    public Attempts(
            @Reference(target = "(osgi.unit.name=org.gridloom.platform.security)") Transactions transactions,
            @Reference Settings settings,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws Problem {@link Problem.Kind#TOO_MANY} while sign-in is blocked */
    void refuseIfBlocked(String account, String source) {
        Instant now = clock.instant();
        transactions
                .read(tx -> counters(account, source).stream()
                        .map(counter -> new AttemptStore(tx.connection()).of(counter.subject()))
                        .filter(failures -> failures.blocks(now))
                        .map(Failures::blockedUntil)
                        .max(Comparator.naturalOrder()))
                .ifPresent(until -> {
                    throw tooMany(Duration.between(now, until));
                });
    }

    /** @param known whether there is such an account: only then a lock is audited, as anything may be typed as a name */
    void failed(String account, String source, boolean known) {
        Indispensable.run(() -> {
            try {
                count(account, source, known);
            } catch (Problem sameSubjectFirstCountedElsewhere) {
                count(account, source, known);
            }
        });
    }

    private void count(String account, String source, boolean known) {
        Instant now = clock.instant();
        transactions.run(tx -> {
            AttemptStore store = new AttemptStore(tx.connection());
            store.forgetBefore(now.minus(settings.failureMemory()));
            for (Counter counter : counters(account, source)) {
                Failures former = store.locked(counter.subject(), now);
                Failures failures = counter.backOff().after(former, now);
                store.save(counter.subject(), failures);
                if (known && counter.ofAccount() && failures.blocks(now) && !former.blocks(now)) {
                    audit(tx, account, failures);
                }
            }
        });
    }

    /** The account's failures from this source and in all are forgiven; the source's for other accounts are not. */
    void succeeded(String account, String source) {
        List<String> subjects = List.of(pair(account, source), half(account) + ANY);
        boolean clean = transactions.read(tx -> {
            AttemptStore store = new AttemptStore(tx.connection());
            return subjects.stream().map(store::of).allMatch(Failures.NONE::equals);
        });
        if (!clean) {
            Indispensable.run(
                    () -> transactions.run(tx -> subjects.forEach(new AttemptStore(tx.connection())::forget)));
        }
    }

    /** Forgets all failures of an account; false where there was none. */
    boolean unlock(Tx tx, String account) {
        return new AttemptStore(tx.connection()).forgetAll(half(account));
    }

    /** Until when an account is locked for some source, for the accounts that are. */
    Map<String, Instant> locks(Tx tx, Collection<String> accounts) {
        Map<String, Instant> blocked = new AttemptStore(tx.connection()).blocked(clock.instant());
        Map<String, Instant> locks = new HashMap<>();
        for (String account : blocked.isEmpty() ? Set.<String>of() : accounts) {
            blocked.forEach((subject, until) -> {
                if (subject.startsWith(half(account))) {
                    locks.merge(account, until, (a, b) -> a.isAfter(b) ? a : b);
                }
            });
        }
        return locks;
    }

    private List<Counter> counters(String account, String source) {
        List<Counter> counters = new ArrayList<>();
        // Always in this order, so that two transactions never wait for each other.
        counters.add(new Counter(ANY + half(source), settings.sourceBackOff(), false));
        if (!isThisMachine(source)) {
            counters.add(new Counter(half(account) + ANY, settings.accountBackOff(), true));
        }
        counters.add(new Counter(pair(account, source), settings.pairBackOff(), true));
        return counters;
    }

    private static void audit(Tx tx, String account, Failures failures) {
        tx.audit(AuditEntry.changed(
                "platform.account.locked",
                "account/" + account,
                null,
                Map.of(),
                Map.of("failures", failures.count(), "until", Objects.toString(failures.blockedUntil())),
                null));
    }

    private static Problem tooMany(Duration left) {
        long seconds = left.toSeconds() + 1;
        return Problem.tooMany(Text.of("失败次数过多,请 %d 秒后再试", "Too many failures: try again in %d s", seconds), seconds);
    }

    private static boolean isThisMachine(String source) {
        return source.startsWith("127.") || source.equals("::1") || source.equals("0:0:0:0:0:0:0:1");
    }

    private static String pair(String account, String source) {
        return half(account) + half(source);
    }

    private static String half(String text) {
        return Digests.sha256(text).substring(0, HALF);
    }

    private record Counter(String subject, BackOff backOff, boolean ofAccount) {}
}
