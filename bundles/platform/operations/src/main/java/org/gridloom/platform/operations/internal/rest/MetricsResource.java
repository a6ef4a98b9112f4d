package org.gridloom.platform.operations.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.gridloom.platform.operations.internal.Permissions;
import org.gridloom.platform.operations.internal.metrics.Metrics;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Metrics for a monitoring server. */
@Component(service = RestResource.class)
@Path("operations/metrics")
public final class MetricsResource implements RestResource {

    private final Metrics metrics;

    @Activate
    public MetricsResource(@Reference Metrics metrics) {
        this.metrics = metrics;
    }

    @GET
    @Produces("text/plain; version=0.0.4; charset=utf-8")
    @RequiresPermission(Permissions.METRICS)
    @UnitScoped(in = UnitScoped.In.DISTRICT)
    @Operation(summary = "Metrics of this node in the text format of Prometheus / 监控指标")
    public String scrape() {
        return metrics.scrape();
    }
}
