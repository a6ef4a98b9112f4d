package org.gridloom.platform.security.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import org.gridloom.platform.security.internal.store.AccountStore;
import org.gridloom.platform.security.internal.store.GrantStore;
import org.gridloom.platform.security.internal.store.StateStore;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.tx.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Accounts' rights, read once a revision. The revision is asked for again after a second, by a web request together
 * with its session, so a change made on another node counts within that second, one made here at once.
 */
@Component(service = RightsCache.class)
public class RightsCache {

    /** How long what was read is believed without being read again. */
    static final Duration TRUSTED = Duration.ofSeconds(1);

    private static final long MAX_ACCOUNTS = 10_000;

    private final Transactions transactions;
    private final PermissionCatalogue catalogue;
    private final LongSupplier nanos;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Cache<String, Known> known = Caffeine.newBuilder()
            .maximumSize(MAX_ACCOUNTS)
            .expireAfterAccess(Duration.ofMinutes(15))
            .build();

    @Activate
    public RightsCache(
            @Reference(target = "(osgi.unit.name=org.gridloom.platform.security)") Transactions transactions,
            @Reference PermissionCatalogue catalogue) {
        this(transactions, catalogue, System::nanoTime);
    }

    RightsCache(Transactions transactions, PermissionCatalogue catalogue, LongSupplier nanos) {
        this.transactions = transactions;
        this.catalogue = catalogue;
        this.nanos = nanos;
    }

    /** The account's rights; empty for an account that does not exist. */
    Optional<Rights> of(String account) {
        Known entry = known.getIfPresent(account);
        if (entry != null && nanos.getAsLong() - entry.checkedAt() < TRUSTED.toNanos()) {
            return Optional.of(entry.rights());
        }
        return transactions.read(
                tx -> entry != null && isCurrent(tx, entry) ? trusted(entry.rights()) : load(tx, account));
    }

    /** A query that was needed anyway found the account at this revision. */
    void observe(String account, String revision) {
        Known entry = known.getIfPresent(account);
        if (entry == null) {
            return;
        }
        if (entry.rights().revision().equals(revision)) {
            trusted(entry.rights());
        } else {
            known.invalidate(account);
        }
    }

    /**
     * Changes accounts, roles or grants: one change at a time in the whole district, each sees what the one before
     * left, so that two of them together cannot do what neither may do alone.
     */
    <T> T change(Transactions.Work<T> work) {
        try {
            return transactions.call(tx -> {
                new StateStore(tx.connection()).lockAndMoveOn();
                known.invalidateAll();
                return work.in(tx);
            });
        } finally {
            known.invalidateAll();
            listeners.forEach(Runnable::run);
        }
    }

    /** Is called after each change made on this node. */
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    void offChange(Runnable listener) {
        listeners.remove(listener);
    }

    <T> T read(Transactions.Work<T> work) {
        return transactions.read(work);
    }

    private boolean isCurrent(Tx tx, Known entry) {
        return new StateStore(tx.connection()).revision().equals(entry.rights().revision());
    }

    private Optional<Rights> load(Tx tx, String account) {
        StateStore state = new StateStore(tx.connection());
        String revision = state.revision();
        boolean separated = state.separated();
        return new AccountStore(tx.em())
                .find(account)
                .map(found -> new Rights(found, new GrantStore(tx.em()).of(found.id()), revision, separated, catalogue))
                .flatMap(this::trusted);
    }

    private Optional<Rights> trusted(Rights rights) {
        known.put(rights.account().name(), new Known(rights, nanos.getAsLong()));
        return Optional.of(rights);
    }

    private record Known(Rights rights, long checkedAt) {}
}
