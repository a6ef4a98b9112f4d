package org.gridloom.platform.rest.internal.server;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.Method;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.Anonymous;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.text.Text;

/** Guards every method of every resource; one that does not say who may call it is refused to everybody. */
final class PermissionFeature implements DynamicFeature {

    private static final String JERSEY_OWN = "org.glassfish.jersey.";

    private final Permits permits;

    PermissionFeature(Permits permits) {
        this.permits = permits;
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Method method = resource.getResourceMethod();
        RequiresPermission required = method.getAnnotation(RequiresPermission.class);
        if (required != null) {
            context.register(new Guard(() -> permits.require(required.value())));
        } else if (!method.isAnnotationPresent(Anonymous.class) && !isAnswerToOptions(resource)) {
            context.register(new Guard(PermissionFeature::refuse));
        }
    }

    /** Jersey itself answers OPTIONS with the methods that a path takes. */
    private static boolean isAnswerToOptions(ResourceInfo resource) {
        return resource.getResourceClass().getName().startsWith(JERSEY_OWN);
    }

    private static void refuse() {
        throw new Problem(
                Problem.Kind.FORBIDDEN,
                Text.of("此操作未声明所需权限,一律拒绝", "This operation declares no permission and is refused to everybody"));
    }

    @Priority(Priorities.AUTHORIZATION)
    private record Guard(Runnable check) implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            check.run();
        }
    }
}
