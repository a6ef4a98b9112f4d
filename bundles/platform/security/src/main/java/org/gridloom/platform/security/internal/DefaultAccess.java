package org.gridloom.platform.security.internal;

import java.util.UUID;
import java.util.function.Supplier;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.security.Caller;
import org.gridloom.platform.security.Callers;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Decides from the grants of the caller's account, as they are now. */
@Component
public class DefaultAccess implements Access {

    private static final String SYSTEM = "system";

    private final Callers callers;
    private final RightsCache rights;
    private final Units units;
    private final PermissionCatalogue catalogue;
    private final RefusalLog refusals = new RefusalLog();

    @Activate
    public DefaultAccess(
            @Reference Callers callers,
            @Reference RightsCache rights,
            @Reference Units units,
            @Reference PermissionCatalogue catalogue) {
        this.callers = callers;
        this.rights = rights;
        this.units = units;
        this.catalogue = catalogue;
    }

    @Override
    public Caller caller() {
        Caller caller = callers.current().orElseThrow(DefaultAccess::nobody);
        if (!isSystem(caller)) {
            rightsOf(caller);
        }
        return caller;
    }

    @Override
    public void require(String permission) {
        Caller caller = caller();
        if (!isSystem(caller) && !mature(caller).give(permission, units.today())) {
            throw lacking(permission);
        }
    }

    @Override
    public void require(String permission, String unitCode) {
        UnitScope scope = scope(permission);
        if (scope.isEmpty()) {
            throw lacking(permission);
        }
        if (!scope.contains(unitCode)) {
            refused(permission);
            throw new Problem(
                    Problem.Kind.FORBIDDEN,
                    Text.of(
                            "您在该单位没有“%s”权限", // the code is not repeated: it may not exist
                            "You do not hold the permission \"%2$s\" in this unit",
                            catalogue.name(permission).zh(),
                            catalogue.name(permission).en()));
        }
    }

    @Override
    public void requireEverywhere(String permission) {
        if (!scope(permission).equals(UnitScope.everywhere())) {
            refused(permission);
            throw new Problem(
                    Problem.Kind.FORBIDDEN,
                    Text.of(
                            "此操作需要全区范围的“%s”权限",
                            "This needs the permission \"%2$s\" for the whole district",
                            catalogue.name(permission).zh(),
                            catalogue.name(permission).en()));
        }
    }

    @Override
    public boolean may(String permission, String unitCode) {
        return scope(permission).contains(unitCode);
    }

    @Override
    public UnitScope scope(String permission) {
        Caller caller = caller();
        return isSystem(caller) ? UnitScope.everywhere() : units.scope(mature(caller), permission);
    }

    @Override
    public UnitScope scope(String permission, String unitCode) {
        require(permission);
        if (unitCode == null) {
            return scope(permission);
        }
        if (!CodeRange.isCode(unitCode)) {
            throw Problem.invalid("unit", Text.of("应为单元编码", "Must be the code of a unit"));
        }
        require(permission, unitCode);
        return scope(permission).intersect(units.scope(unitCode));
    }

    @Override
    public <T> T asSystem(String process, Supplier<T> work) {
        String account = SYSTEM + ":" + process;
        Caller system = callers.current()
                .map(asked -> new Caller(account, SYSTEM, asked.requestId(), asked.address(), asked.reason()))
                .orElseGet(() -> new Caller(account, SYSTEM, UUID.randomUUID().toString()));
        return callers.call(system, work);
    }

    static boolean isSystem(Caller caller) {
        return SYSTEM.equals(caller.origin()) && caller.account().startsWith(SYSTEM + ":");
    }

    /** Rights of an account that has done what it owes first. */
    private Rights mature(Caller caller) {
        Rights held = rightsOf(caller);
        if (held.account().mustChangePassword()) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN, Text.of("请先修改初始密码", "Change the password that you were given first"));
        }
        return held;
    }

    private Rights rightsOf(Caller caller) {
        return rights.of(caller.account())
                .filter(held -> held.account().enabled())
                .orElseThrow(DefaultAccess::nobody);
    }

    private void refused(String permission) {
        callers.current().ifPresent(caller -> refusals.note(caller, permission));
    }

    private Problem lacking(String permission) {
        refused(permission);
        return new Problem(
                Problem.Kind.FORBIDDEN,
                Text.of(
                        "您没有“%s”权限",
                        "You do not hold the permission \"%2$s\"",
                        catalogue.name(permission).zh(),
                        catalogue.name(permission).en()));
    }

    private static Problem nobody() {
        return new Problem(Problem.Kind.UNAUTHENTICATED, Text.of("请先登录", "Sign in first"));
    }
}
