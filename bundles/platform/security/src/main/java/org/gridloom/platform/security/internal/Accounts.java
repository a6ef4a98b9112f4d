package org.gridloom.platform.security.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.security.internal.domain.AccountName;
import org.gridloom.platform.security.internal.store.AccountStore;
import org.gridloom.platform.security.internal.store.GrantStore;
import org.gridloom.platform.security.internal.store.SessionStore;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.EventDraft;
import org.gridloom.platform.tx.Tx;
import org.gridloom.platform.validation.Checks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Managing accounts: judged by the account's home unit, and never one that can do more than the caller. */
@Component(service = Accounts.class)
public class Accounts {

    /** Fields that lists can be sorted by. */
    public static final Set<String> SORTABLE = Set.of("name", "displayName", "unit", "createdAt");

    private final RightsCache rights;
    private final Access access;
    private final Authority authority;
    private final Separation separation;
    private final Credentials credentials;
    private final Attempts attempts;
    private final Units units;
    private final Settings settings;
    private final Checks checks;
    private final Clock clock;

    @Activate
    public Accounts(
            @Reference RightsCache rights,
            @Reference Access access,
            @Reference Authority authority,
            @Reference Separation separation,
            @Reference Credentials credentials,
            @Reference Attempts attempts,
            @Reference Units units,
            @Reference Settings settings,
            @Reference Checks checks,
            @Reference Clock clock) {
        this.rights = rights;
        this.access = access;
        this.authority = authority;
        this.separation = separation;
        this.credentials = credentials;
        this.attempts = attempts;
        this.units = units;
        this.settings = settings;
        this.checks = checks;
        this.clock = clock;
    }

    /** A part of the accounts that the caller may view. */
    public Page<AccountView> list(String text, Boolean enabled, PageQuery query) {
        access.require(Permissions.ACCOUNT_VIEW);
        return rights.read(tx -> {
            Page<Account> page =
                    new AccountStore(tx.em()).list(access.scope(Permissions.ACCOUNT_VIEW), text, enabled, query);
            Map<String, Instant> locks =
                    attempts.locks(tx, page.items().stream().map(Account::name).toList());
            return page.map(account -> view(account, locks.get(account.name())));
        });
    }

    /** Names, for completion. */
    public List<String> names(String prefix, int limit) {
        return rights.read(
                tx -> new AccountStore(tx.em()).names(access.scope(Permissions.ACCOUNT_VIEW), prefix, limit));
    }

    public AccountView get(String name) {
        return rights.read(tx -> view(tx, visible(tx, name)));
    }

    public AccountView create(NewAccount draft) {
        checks.valid(draft);
        authority.require(Permissions.ACCOUNT_EDIT, draft.unit());
        String name = AccountName.canonical(draft.name());
        requireUnit(draft.unit());
        settings.passwordRules().check("password", draft.password(), name);
        String hash = credentials.hash(draft.password());
        return rights.change(tx -> {
            AccountStore store = new AccountStore(tx.em());
            if (store.find(name).isPresent()) {
                throw Problem.conflict(Text.of("账号名已被使用", "The account name is taken"));
            }
            Account account = store.insert(name, draft.displayName(), draft.unit(), clock.instant(), hash, true);
            tx.audit(AuditEntry.created("platform.account.created", subject(account), account.unit(), told(account)));
            tx.publish(event("platform.account.created", account));
            return view(tx, account);
        });
    }

    public AccountView describe(String name, AccountDetails details, long expectedVersion) {
        checks.valid(details);
        return rights.change(tx -> {
            Account before = manageable(tx, name);
            if (before.version() != expectedVersion) {
                throw Problem.changed(before.version());
            }
            authority.require(Permissions.ACCOUNT_EDIT, details.unit());
            requireUnit(details.unit());
            Account after = new AccountStore(tx.em()).describe(before.name(), details.displayName(), details.unit());
            Map<String, Object> is = told(after);
            // A name is personal data: the trail, which is for good, says that it was changed, and not from what to
            // what.
            is.put("displayNameChanged", !before.displayName().equals(after.displayName()));
            tx.audit(AuditEntry.changed(
                    "platform.account.changed", subject(after), after.unit(), told(before), is, null));
            tx.publish(event("platform.account.changed", after));
            return view(tx, after);
        });
    }

    /** Ends the account's sessions and rights at once; an account is never deleted, as records name it. */
    public AccountView disable(String name, String reason) {
        return setEnabled(name, false, reason);
    }

    /**
     * Disables the account of who has left, if there is one. Where the day is yet to come it stays open until then, and
     * the audit trail says so.
     *
     * @param person kind and id of the record of who left
     */
    void holderLeft(String name, LocalDate day, String person) {
        boolean open = rights.read(tx ->
                new AccountStore(tx.em()).find(name).filter(Account::enabled).isPresent());
        if (!open) {
            return;
        }
        if (day.isAfter(units.today())) {
            rights.change(tx -> {
                audit(tx, "platform.account.leaving", visible(tx, name), Map.of("on", day.toString()), person);
                return null;
            });
        } else {
            disable(name, "离任 left: " + person);
        }
    }

    public AccountView enable(String name, String reason) {
        return setEnabled(name, true, reason);
    }

    /** Sets a password that the holder must change, and ends the account's sessions and locks. */
    public void resetPassword(String name, String password) {
        rights.change(tx -> {
            Account account = manageable(tx, name);
            settings.passwordRules().check("password", password, account.name());
            new AccountStore(tx.em()).setPassword(account.name(), credentials.hash(password), true, clock.instant());
            Sessions.endAll(tx, account, null);
            attempts.unlock(tx, account.name());
            audit(tx, "platform.account.password-reset", account, Map.of(), null);
            return null;
        });
    }

    /** Ends locks that failed sign-ins have brought about. */
    public void unlock(String name) {
        rights.change(tx -> {
            Account account = manageable(tx, name);
            if (attempts.unlock(tx, account.name())) {
                audit(tx, "platform.account.unlocked", account, Map.of(), null);
            }
            return null;
        });
    }

    public List<SessionInfo> sessions(String name) {
        return rights.read(tx -> new SessionStore(tx).of(visible(tx, name).id()));
    }

    public void endSession(String name, long id) {
        rights.change(tx -> {
            Account account = manageable(tx, name);
            if (!new SessionStore(tx).delete(account.id(), id)) {
                throw Problem.notFound(Text.of("没有这个会话", "There is no such session"));
            }
            audit(tx, "platform.session.revoked", account, Map.of("session", id), null);
            return null;
        });
    }

    public void endSessions(String name) {
        rights.change(tx -> {
            Account account = manageable(tx, name);
            int ended = Sessions.endAll(tx, account, null);
            if (ended > 0) {
                audit(tx, "platform.session.revoked", account, Map.of("sessions", ended), null);
            }
            return null;
        });
    }

    /** The account, if the caller may know of it. */
    Account visible(Tx tx, String name) {
        access.require(Permissions.ACCOUNT_VIEW);
        return new AccountStore(tx.em())
                .find(AccountName.canonical(name))
                .filter(account -> authority.may(Permissions.ACCOUNT_VIEW, account.unit()))
                .orElseThrow(() -> Problem.notFound(Text.of("没有这个账号", "There is no such account")));
    }

    private Account manageable(Tx tx, String name) {
        Account account = visible(tx, name);
        authority.require(Permissions.ACCOUNT_EDIT, account.unit());
        authority.requireNotAbove(new GrantStore(tx.em()).of(account.id()).stream());
        return account;
    }

    private AccountView setEnabled(String name, boolean enabled, String reason) {
        return rights.change(tx -> {
            Account before = manageable(tx, name);
            if (before.enabled() == enabled) {
                return view(tx, before);
            }
            if (!enabled) {
                Sessions.endAll(tx, before, null);
            }
            AccountStore store = new AccountStore(tx.em());
            separation.keepingWhoIsNeeded(tx, () -> store.setEnabled(before.name(), enabled));
            Account after = store.find(before.name()).orElseThrow();
            String action = enabled ? "platform.account.enabled" : "platform.account.disabled";
            audit(tx, action, after, Map.of(), reason);
            tx.publish(event(action, after));
            return view(tx, after);
        });
    }

    private void requireUnit(String unit) {
        if (unit != null && !units.exists(unit)) {
            throw Problem.invalid("unit", Text.of("没有这个代码的单元", "There is no unit of this code"));
        }
    }

    private AccountView view(Tx tx, Account account) {
        return view(account, attempts.locks(tx, List.of(account.name())).get(account.name()));
    }

    private static AccountView view(Account account, Instant lockedUntil) {
        return new AccountView(
                account.name(),
                account.displayName(),
                account.unit(),
                account.enabled(),
                account.mustChangePassword(),
                lockedUntil,
                account.createdAt(),
                account.passwordChangedAt(),
                account.version());
    }

    private static void audit(Tx tx, String action, Account account, Map<String, ?> after, String reason) {
        tx.audit(AuditEntry.changed(action, subject(account), account.unit(), Map.of(), after, reason));
    }

    private static EventDraft event(String name, Account account) {
        return new EventDraft(name, 1, subject(account), account.unit(), Map.of("account", account.name()));
    }

    /** What the audit trail says of an account: the display name is a person's and stays out. */
    private static Map<String, Object> told(Account account) {
        Map<String, Object> told = new TreeMap<>();
        told.put("name", account.name());
        told.put("unit", account.unit());
        return told;
    }

    private static String subject(Account account) {
        return "account/" + account.name();
    }
}
