package org.gridloom.platform.security.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.internal.store.GrantStore;
import org.gridloom.platform.security.internal.store.RoleStore;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.EventDraft;
import org.gridloom.platform.tx.Tx;
import org.gridloom.platform.validation.Checks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Granting and revoking roles. */
@Component(service = Grants.class)
public class Grants {

    private final RightsCache rights;
    private final Accounts accounts;
    private final Authority authority;
    private final Separation separation;
    private final Units units;
    private final Checks checks;

    @Activate
    public Grants(
            @Reference RightsCache rights,
            @Reference Accounts accounts,
            @Reference Authority authority,
            @Reference Separation separation,
            @Reference Units units,
            @Reference Checks checks) {
        this.rights = rights;
        this.accounts = accounts;
        this.authority = authority;
        this.separation = separation;
        this.units = units;
        this.checks = checks;
    }

    /** The account's grants, also future and ended ones. */
    public List<GrantView> of(String account) {
        return rights.read(tx -> new GrantStore(tx.em())
                .of(accounts.visible(tx, account).id()).stream()
                        .map(GrantView::of)
                        .toList());
    }

    /** Grants a role; the same grant a second time changes nothing and gives back the first. */
    public GrantView add(String accountName, NewGrant wanted) {
        checks.valid(wanted);
        return rights.change(tx -> {
            Account account = accounts.visible(tx, accountName);
            Grant grant = checked(tx, wanted);
            authority.requireMayGive(grant, account);
            GrantStore store = new GrantStore(tx.em());
            Optional<Grant> same = store.of(account.id()).stream()
                    .filter(known -> isSame(known, grant))
                    .findFirst();
            if (same.isPresent()) {
                return GrantView.of(same.get());
            }
            GrantView added = GrantView.of(added(tx, account, store.insert(account.id(), grant)));
            separation.requireOneDuty(tx, store.of(account.id()));
            return added;
        });
    }

    public void revoke(String accountName, long id, String reason) {
        rights.change(tx -> {
            Account account = accounts.visible(tx, accountName);
            GrantStore store = new GrantStore(tx.em());
            Grant grant = store.of(account.id()).stream()
                    .filter(known -> known.id() == id)
                    .findFirst()
                    .orElseThrow(() -> Problem.notFound(Text.of("该账号没有这项授权", "The account has no such grant")));
            authority.requireMayGive(grant, account);
            separation.keepingWhoIsNeeded(tx, () -> store.delete(id));
            tx.audit(AuditEntry.changed(
                    "platform.grant.revoked", subject(account), account.unit(), told(grant), Map.of(), reason));
            tx.publish(event("platform.grant.revoked", account, grant));
            return null;
        });
    }

    private Grant checked(Tx tx, NewGrant wanted) {
        Role role = new RoleStore(tx.em())
                .find(wanted.role())
                .orElseThrow(() -> Problem.invalid("role", Text.of("没有这个角色", "There is no such role")));
        if (wanted.unit() != null && !units.exists(wanted.unit())) {
            throw Problem.invalid("unit", Text.of("没有这个代码的单元", "There is no unit of this code"));
        }
        LocalDate from = Objects.requireNonNullElse(wanted.validFrom(), units.today());
        if (wanted.validTo() != null
                && (wanted.validTo().isBefore(from) || wanted.validTo().isBefore(units.today()))) {
            throw Problem.invalid(
                    "validTo", Text.of("不能早于开始日期,也不能早于今天", "Must not be before the first day, nor before today"));
        }
        return new Grant(0, role, wanted.unit(), from, wanted.validTo());
    }

    private static Grant added(Tx tx, Account account, Grant grant) {
        tx.audit(AuditEntry.created("platform.grant.added", subject(account), account.unit(), told(grant)));
        tx.publish(event("platform.grant.added", account, grant));
        return grant;
    }

    /** Dates apart, so that a repeated command without a date is the same on any day. */
    private static boolean isSame(Grant known, Grant wanted) {
        return known.role().code().equals(wanted.role().code())
                && Objects.equals(known.unit(), wanted.unit())
                && Objects.equals(known.validTo(), wanted.validTo())
                && !known.validFrom().isAfter(wanted.validFrom());
    }

    private static EventDraft event(String name, Account account, Grant grant) {
        Map<String, Object> payload = told(grant);
        payload.put("account", account.name());
        return new EventDraft(name, 1, subject(account), account.unit(), payload);
    }

    private static Map<String, Object> told(Grant grant) {
        Map<String, Object> told = new TreeMap<>();
        told.put("grant", grant.id());
        told.put("role", grant.role().code());
        told.put("unit", grant.unit());
        told.put("validFrom", grant.validFrom().toString());
        told.put("validTo", Objects.toString(grant.validTo(), null));
        return told;
    }

    private static String subject(Account account) {
        return "account/" + account.name();
    }
}
