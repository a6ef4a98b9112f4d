package org.gridloom.platform.security.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gridloom.platform.persistence.Indispensable;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.security.internal.store.AccountStore;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What everybody may do with their own account. */
@Component(service = OwnAccount.class)
public class OwnAccount {

    private final RightsCache rights;
    private final Access access;
    private final Credentials credentials;
    private final Units units;
    private final Settings settings;
    private final PermissionCatalogue catalogue;
    private final Clock clock;

    @Activate
    public OwnAccount(
            @Reference RightsCache rights,
            @Reference Access access,
            @Reference Credentials credentials,
            @Reference Units units,
            @Reference Settings settings,
            @Reference PermissionCatalogue catalogue,
            @Reference Clock clock) {
        this.rights = rights;
        this.access = access;
        this.credentials = credentials;
        this.units = units;
        this.settings = settings;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** The caller's account, the grants that are valid today and the permissions that they give somewhere. */
    public Self self() {
        Rights held = rights.of(access.caller().account())
                .orElseThrow(() -> Problem.notFound(Text.of("系统进程没有账号", "The system has no account")));
        List<Grant> valid = held.grants().stream()
                .filter(grant -> grant.isValid(units.today()))
                .toList();
        TreeSet<String> permissions = new TreeSet<>();
        valid.stream()
                .flatMap(this::permissions)
                .filter(code -> held.give(code, units.today()))
                .forEach(permissions::add);
        Account account = held.account();
        return new Self(
                account.name(),
                account.displayName(),
                account.unit(),
                account.mustChangePassword(),
                List.copyOf(permissions),
                valid.stream().map(GrantView::of).toList());
    }

    /**
     * Changes the caller's password and ends their other sessions.
     *
     * @param source network address of the caller, as wrong current passwords count as failed sign-ins
     * @param token of the session that stays; null if none does
     */
    public void changePassword(String current, String wanted, String source, String token) {
        String name = credentials.verify(access.caller().account(), current, source);
        settings.passwordRules().check("newPassword", wanted, name);
        if (wanted.equals(current)) {
            throw Problem.invalid("newPassword", Text.of("不能与原密码相同", "Must differ from the current one"));
        }
        String hash = credentials.hash(wanted);
        // Also while the district is read-only: whoever must choose one cannot do anything before, not even end that.
        Indispensable.call(() -> rights.change(tx -> {
            Account account = new AccountStore(tx.em()).setPassword(name, hash, false, clock.instant());
            Sessions.endAll(tx, account, token);
            tx.audit(AuditEntry.changed(
                    "platform.account.password-changed", "account/" + name, account.unit(), Map.of(), Map.of(), null));
            return null;
        }));
    }

    private Stream<String> permissions(Grant grant) {
        return grant.role().allPermissions()
                ? catalogue.all().stream().map(PermissionView::code)
                : grant.role().permissions().stream();
    }

    /**
     * The caller.
     *
     * @param unit code of the home unit; null for the district's own
     * @param permissions codes of what the caller may do in some unit
     */
    public record Self(
            String account,
            String displayName,
            String unit,
            boolean mustChangePassword,
            List<String> permissions,
            List<GrantView> grants) {}
}
