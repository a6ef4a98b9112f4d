package org.gridloom.platform.security.internal;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.security.internal.store.RoleStore;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.EventDraft;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.tx.Tx;
import org.gridloom.platform.validation.Checks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Defining roles, which belong to the whole district. */
@Component(service = Roles.class)
public class Roles {

    private final RightsCache rights;
    private final Access access;
    private final Authority authority;
    private final Separation separation;
    private final PermissionCatalogue catalogue;
    private final Checks checks;

    @Activate
    public Roles(
            @Reference RightsCache rights,
            @Reference Access access,
            @Reference Authority authority,
            @Reference Separation separation,
            @Reference PermissionCatalogue catalogue,
            @Reference Checks checks) {
        this.rights = rights;
        this.access = access;
        this.authority = authority;
        this.separation = separation;
        this.catalogue = catalogue;
        this.checks = checks;
    }

    /** All roles, by code. */
    public List<RoleView> list() {
        access.require(Permissions.ROLE_VIEW);
        return rights.read(
                tx -> new RoleStore(tx.em()).all().stream().map(RoleView::of).toList());
    }

    public RoleView get(String code) {
        access.require(Permissions.ROLE_VIEW);
        return rights.read(tx -> RoleView.of(existing(tx, code)));
    }

    /** What roles can be made of now. */
    public List<PermissionView> permissions() {
        access.require(Permissions.ROLE_VIEW);
        return catalogue.all();
    }

    public RoleView create(RoleDraft draft) {
        return changing(tx -> {
            checks.valid(draft);
            Role role = draft.toRole();
            if (new RoleStore(tx.em()).find(role.code()).isPresent()) {
                throw Problem.conflict(Text.of("角色代码已被使用", "The role's code is taken"));
            }
            authority.requireAllEverywhere(role.permissions().stream());
            separation.requireOneDuty(tx, role, role, 0);
            Role made = new RoleStore(tx.em()).insert(role);
            tx.audit(AuditEntry.created("platform.role.created", subject(made), null, told(made)));
            tx.publish(event("platform.role.created", made));
            return RoleView.of(made);
        });
    }

    public RoleView change(RoleDraft draft, long expectedVersion) {
        return changing(tx -> {
            checks.valid(draft);
            Role before = changeable(tx, draft.code());
            if (before.version() != expectedVersion) {
                throw Problem.changed(before.version());
            }
            Role wanted = draft.toRole();
            authority.requireAllEverywhere(Stream.concat(before.permissions().stream(), wanted.permissions().stream()));
            authority.requireNotOwn(before);
            RoleStore store = new RoleStore(tx.em());
            separation.requireOneDuty(tx, before, wanted, store.grants(before.code()));
            Role after = store.update(wanted);
            tx.audit(
                    AuditEntry.changed("platform.role.changed", subject(after), null, told(before), told(after), null));
            tx.publish(event("platform.role.changed", after));
            return RoleView.of(after);
        });
    }

    /** Removes a role that nobody holds. */
    public void delete(String code, long expectedVersion) {
        changing(tx -> {
            Role role = changeable(tx, code);
            if (role.version() != expectedVersion) {
                throw Problem.changed(role.version());
            }
            authority.requireAllEverywhere(role.permissions().stream());
            RoleStore store = new RoleStore(tx.em());
            long grants = store.grants(code);
            if (grants > 0) {
                throw Problem.conflict(
                        Text.of("该角色还有 %d 项授权,须先收回", "The role is granted %d time(s): revoke these first", grants));
            }
            store.delete(code);
            tx.audit(AuditEntry.changed("platform.role.deleted", subject(role), null, told(role), Map.of(), null));
            tx.publish(event("platform.role.deleted", role));
            return null;
        });
    }

    private <T> T changing(Transactions.Work<T> work) {
        access.requireEverywhere(Permissions.ROLE_EDIT);
        return rights.change(work);
    }

    private static Role changeable(Tx tx, String code) {
        Role role = existing(tx, code);
        if (role.allPermissions()) {
            throw Problem.conflict(Text.of("管理员角色不能修改", "The administrator's role cannot be changed"));
        }
        return role;
    }

    private static Role existing(Tx tx, String code) {
        return new RoleStore(tx.em())
                .find(code)
                .orElseThrow(() -> Problem.notFound(Text.of("没有这个角色", "There is no such role")));
    }

    private static Map<String, Object> told(Role role) {
        return Map.of(
                "nameZh", role.name().zh(),
                "nameEn", role.name().en(),
                "permissions", role.permissions().stream().sorted().toList());
    }

    private static EventDraft event(String name, Role role) {
        return new EventDraft(name, 1, subject(role), null, Map.of("role", role.code()));
    }

    private static String subject(Role role) {
        return "role/" + role.code();
    }
}
