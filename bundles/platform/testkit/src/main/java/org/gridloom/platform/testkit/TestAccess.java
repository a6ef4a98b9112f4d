package org.gridloom.platform.testkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.security.Caller;
import org.gridloom.platform.security.Callers;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitScope;

/**
 * A caller for tests. Begins with {@code tester}, who may do everything everywhere. Judges by scopes as they are given,
 * without following successions.
 */
public final class TestAccess implements Access, Callers {

    /** Where callers are. */
    public static final String ADDRESS = "192.0.2.1";

    private record SignedIn(Caller caller, Function<String, UnitScope> rights) {}

    private final ThreadLocal<Caller> onBehalf = new ThreadLocal<>();
    private volatile SignedIn user;

    TestAccess() {
        signIn("tester");
    }

    /** On all threads the account is the caller, with every permission in the whole district. */
    public void signIn(String account) {
        user = new SignedIn(calling(account), permission -> UnitScope.everywhere());
    }

    /** On all threads the account is the caller, with just these permissions and where it holds them. */
    public void signIn(String account, Map<String, UnitScope> rights) {
        Map<String, UnitScope> held = Map.copyOf(rights);
        user = new SignedIn(calling(account), permission -> held.getOrDefault(permission, UnitScope.nowhere()));
    }

    private static Caller calling(String account) {
        return new Caller(account, "rest", "test-request", ADDRESS, null);
    }

    /** Nobody is the caller. */
    public void signOut() {
        user = null;
    }

    @Override
    public Optional<Caller> current() {
        Caller caller = onBehalf.get();
        return caller == null ? Optional.ofNullable(user).map(SignedIn::caller) : Optional.of(caller);
    }

    @Override
    public <T> T call(Caller caller, Supplier<T> work) {
        Caller former = onBehalf.get();
        onBehalf.set(caller);
        try {
            return work.get();
        } finally {
            if (former == null) {
                onBehalf.remove();
            } else {
                onBehalf.set(former);
            }
        }
    }

    @Override
    public Caller caller() {
        return current()
                .orElseThrow(() -> new Problem(Problem.Kind.UNAUTHENTICATED, Text.of("请先登录", "Please sign in")));
    }

    @Override
    public void require(String permission) {
        check(!scope(permission).isEmpty(), permission);
    }

    @Override
    public void require(String permission, String unitCode) {
        check(may(permission, unitCode), permission);
    }

    @Override
    public void requireEverywhere(String permission) {
        check(scope(permission).equals(UnitScope.everywhere()), permission);
    }

    @Override
    public boolean may(String permission, String unitCode) {
        return scope(permission).contains(unitCode);
    }

    @Override
    public UnitScope scope(String permission) {
        if (caller().account().startsWith("system:")) {
            return UnitScope.everywhere();
        }
        SignedIn signedIn = user;
        return signedIn == null ? UnitScope.nowhere() : signedIn.rights().apply(permission);
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
        return scope(permission).intersect(UnitScope.of(List.of(CodeRange.subtree(unitCode))));
    }

    @Override
    public <T> T asSystem(String process, Supplier<T> work) {
        return call(new Caller("system:" + process, "system", "test-" + process), work);
    }

    private void check(boolean allowed, String permission) {
        caller();
        if (!allowed) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN, Text.of("没有权限 %s", "Not allowed: permission %s is missing", permission));
        }
    }
}
