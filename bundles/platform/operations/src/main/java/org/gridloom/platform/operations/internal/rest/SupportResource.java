package org.gridloom.platform.operations.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.gridloom.platform.operations.internal.Permissions;
import org.gridloom.platform.operations.internal.support.SupportBundles;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Support bundles to take away. */
@Component(service = RestResource.class)
@Path("operations/support")
public final class SupportResource implements RestResource {

    private static final String ZIP = "application/zip";

    private final SupportBundles bundles;

    @Activate
    public SupportResource(@Reference SupportBundles bundles) {
        this.bundles = bundles;
    }

    @GET
    @Produces(ZIP)
    @RequiresPermission(Permissions.SUPPORT)
    @UnitScoped(in = UnitScoped.In.DISTRICT)
    @Operation(summary = "What support needs, without personal data and secrets / 下载支持包")
    public Response download() throws IOException {
        return Response.ok(bundles.bytes(), ZIP)
                .header("Content-Disposition", "attachment; filename=\"" + bundles.name() + "\"")
                .build();
    }
}
