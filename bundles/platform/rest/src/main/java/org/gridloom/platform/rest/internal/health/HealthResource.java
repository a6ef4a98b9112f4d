package org.gridloom.platform.rest.internal.health;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.rest.internal.health.HealthReport.Missing;
import org.gridloom.platform.security.Anonymous;
import org.gridloom.platform.security.Callers;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** For load balancers and start scripts. Nobody learns more than names without signing in. */
@Component(service = RestResource.class)
@Path("health")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource implements RestResource {

    private static final int SECONDS_TO_RETRY = 2;

    private final Readiness readiness;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Callers callers;

    @Activate
    public HealthResource(@Reference Readiness readiness) {
        this.readiness = readiness;
    }

    @GET
    @Path("live")
    @Anonymous
    @Operation(summary = "Whether the server answers / 服务是否存活")
    public HealthReport live() {
        return new HealthReport("up", List.of());
    }

    @GET
    @Path("ready")
    @Anonymous
    @Operation(summary = "Whether every module that should run does / 应有模块是否全部就绪")
    @ApiResponse(
            responseCode = "200",
            description = "Ready / 已就绪",
            content = @Content(schema = @Schema(implementation = HealthReport.class)))
    @ApiResponse(
            responseCode = "503",
            description = "Not ready; see what is missing / 未就绪,见缺失项",
            content = @Content(schema = @Schema(implementation = HealthReport.class)))
    public Response ready() {
        List<Missing> missing = readiness.missing();
        if (missing.isEmpty()) {
            return Response.ok(new HealthReport("ready", missing)).build();
        }
        return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, SECONDS_TO_RETRY)
                .entity(new HealthReport("not-ready", visible(missing)))
                .build();
    }

    private List<Missing> visible(List<Missing> missing) {
        Callers current = callers;
        boolean isSignedIn = current != null && current.current().isPresent();
        return isSignedIn
                ? missing
                : missing.stream().map(Missing::withoutReason).distinct().toList();
    }
}
