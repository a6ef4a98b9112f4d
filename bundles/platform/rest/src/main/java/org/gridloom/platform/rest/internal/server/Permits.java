package org.gridloom.platform.rest.internal.server;

import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Asks {@link Access} on the edge's behalf; while that is away nobody may do anything. */
@Component(service = Permits.class)
public final class Permits {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Access access;

    /** @throws Problem if the caller may not do it anywhere */
    public void require(String permission) {
        if (RequiresPermission.SIGNED_IN.equals(permission)) {
            access().caller();
        } else {
            access().require(permission);
        }
    }

    /** @throws Problem {@link Problem.Kind#UNAVAILABLE} while there is none */
    public Access access() {
        Access current = access;
        if (current == null) {
            throw new Problem(
                    Problem.Kind.UNAVAILABLE, Text.of("登录与权限服务尚未就绪", "Sign-in and permissions are not ready yet"));
        }
        return current;
    }
}
