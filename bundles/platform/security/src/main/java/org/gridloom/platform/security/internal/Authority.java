package org.gridloom.platform.security.internal;

import java.util.Set;
import java.util.stream.Stream;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.security.Caller;
import org.gridloom.platform.security.Duty;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.unit.UnitScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Nobody gives more than they hold, and nobody touches an account that can do more than they can. */
@Component(service = Authority.class)
public class Authority {

    private static final Set<Duty> SYSTEM_ONLY = Set.of(Duty.SYSTEM);

    private final Access access;
    private final RightsCache rights;
    private final Units units;
    private final PermissionCatalogue catalogue;

    @Activate
    public Authority(
            @Reference Access access,
            @Reference RightsCache rights,
            @Reference Units units,
            @Reference PermissionCatalogue catalogue) {
        this.catalogue = catalogue;
        this.access = access;
        this.rights = rights;
        this.units = units;
    }

    /** The permission must be held in the unit; in the whole district where that is null. */
    void require(String permission, String unit) {
        if (unit == null) {
            access.requireEverywhere(permission);
        } else {
            access.require(permission, unit);
        }
    }

    boolean may(String permission, String unit) {
        UnitScope scope = access.scope(permission);
        return unit == null ? scope.equals(UnitScope.everywhere()) : scope.contains(unit);
    }

    /** The caller must be able to do all that the account is, or will be, able to do. */
    void requireNotAbove(Stream<Grant> grants) {
        Stream<Grant> held = grants.filter(grant -> !grant.hasEnded(units.today()));
        if (separated()) {
            if (!SYSTEM_ONLY.containsAll(catalogue.duties(held.map(Grant::role).toList()))) {
                throw new Problem(
                        Problem.Kind.FORBIDDEN,
                        Text.of(
                                "三员分立:安全管理员和审计员的账号只能由本人更改,须先收回其角色",
                                "Administrators are kept apart: nobody else changes the account of a security"
                                        + " administrator or an auditor; revoke the role first"));
            }
        } else if (!held.allMatch(this::mayGive)) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN,
                    Text.of("该账号的权限超出您的权限,您不能更改它", "The account can do more than you can: you cannot change it"));
        }
    }

    /**
     * The caller must hold all that the grant gives, wherever it gives it; where administrators are kept apart, a
     * security administrator gives what others do, and nothing to the own account.
     */
    void requireMayGive(Grant grant, Account account) {
        boolean separated = separated();
        if (separated && account.name().equals(access.caller().account())) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN,
                    Text.of(
                            "三员分立:不能更改自己的授权",
                            "Administrators are kept apart: nobody changes what they may do themselves"));
        }
        if (!covers(access.scope(Permissions.GRANT_EDIT), units.scope(grant.unit()))
                || !(separated || mayGive(grant))) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN,
                    Text.of(
                            "只能授予或收回您自己在该范围内拥有的权限",
                            "You can only grant or revoke what you hold yourself in that unit"));
        }
    }

    /** The caller must hold each of the permissions in the whole district. */
    void requireAllEverywhere(Stream<String> permissions) {
        if (!separated()
                && !permissions.allMatch(permission -> access.scope(permission).equals(UnitScope.everywhere()))) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN,
                    Text.of(
                            "角色中只能包含您自己在全区拥有的权限",
                            "A role can only hold permissions that you hold yourself in the whole district"));
        }
    }

    /** Nobody changes a role that they hold, where administrators are kept apart: they would give it to themselves. */
    void requireNotOwn(Role role) {
        if (separated()
                && rights.of(access.caller().account()).stream()
                        .flatMap(held -> held.grants().stream())
                        .anyMatch(grant -> grant.role().code().equals(role.code()))) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN,
                    Text.of("三员分立:不能更改自己持有的角色", "Administrators are kept apart: nobody changes a role that they hold"));
        }
    }

    private boolean separated() {
        Caller caller = access.caller();
        return !DefaultAccess.isSystem(caller)
                && rights.of(caller.account()).filter(Rights::separated).isPresent();
    }

    private boolean mayGive(Grant grant) {
        UnitScope where = units.scope(grant.unit());
        return grant.role().allPermissions()
                ? covers(administered(), where)
                : grant.role().permissions().stream().allMatch(permission -> covers(access.scope(permission), where));
    }

    /** Where the caller holds a role with all permissions. */
    private UnitScope administered() {
        Caller caller = access.caller();
        if (DefaultAccess.isSystem(caller)) {
            return UnitScope.everywhere();
        }
        return units.union(rights.of(caller.account()).stream()
                .flatMap(held -> held.grants().stream())
                .filter(grant -> grant.role().allPermissions() && grant.isValid(units.today())));
    }

    private static boolean covers(UnitScope mine, UnitScope theirs) {
        return theirs.intersect(mine).equals(theirs);
    }
}
