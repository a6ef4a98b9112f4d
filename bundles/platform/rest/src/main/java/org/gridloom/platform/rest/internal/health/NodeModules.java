package org.gridloom.platform.rest.internal.health;

import java.util.List;
import java.util.Set;
import org.gridloom.platform.rest.internal.module.LeftOut;
import org.gridloom.platform.rest.internal.module.ModuleStatus;
import org.gridloom.platform.rest.running.ModuleList;
import org.gridloom.platform.rest.running.RunningModules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What this node runs, for the other bundles of the platform. */
@Component
public final class NodeModules implements RunningModules {

    private final ModuleStatus status;
    private final Readiness readiness;
    private final LeftOut leftOut;

    @Activate
    public NodeModules(@Reference ModuleStatus status, @Reference Readiness readiness, @Reference LeftOut leftOut) {
        this.status = status;
        this.readiness = readiness;
        this.leftOut = leftOut;
    }

    @Override
    public Set<String> leftOut() {
        return Set.copyOf(leftOut.names());
    }

    @Override
    public ModuleList list() {
        return status.list();
    }

    @Override
    public List<Missing> missing() {
        return readiness.missing().stream()
                .map(missing -> new Missing(missing.name(), missing.reason()))
                .toList();
    }
}
