package org.gridloom.platform.security.internal;

import java.util.stream.Stream;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.security.Caller;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.unit.UnitScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Nobody gives more than they hold, and nobody touches an account that can do more than they can. */
@Component(service = Authority.class)
public class Authority {

    private final Access access;
    private final RightsCache rights;
    private final Units units;

    @Activate
    public Authority(@Reference Access access, @Reference RightsCache rights, @Reference Units units) {
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
        if (!grants.filter(grant -> !grant.hasEnded(units.today())).allMatch(this::mayGive)) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN,
                    Text.of("该账号的权限超出您的权限,您不能更改它", "The account can do more than you can: you cannot change it"));
        }
    }

    /** The caller must hold all that the grant gives, wherever it gives it. */
    void requireMayGive(Grant grant) {
        if (!covers(access.scope(Permissions.GRANT_EDIT), units.scope(grant.unit())) || !mayGive(grant)) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN,
                    Text.of(
                            "只能授予或收回您自己在该范围内拥有的权限",
                            "You can only grant or revoke what you hold yourself in that unit"));
        }
    }

    /** The caller must hold each of the permissions in the whole district. */
    void requireAllEverywhere(Stream<String> permissions) {
        if (!permissions.allMatch(permission -> access.scope(permission).equals(UnitScope.everywhere()))) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN,
                    Text.of(
                            "角色中只能包含您自己在全区拥有的权限",
                            "A role can only hold permissions that you hold yourself in the whole district"));
        }
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
