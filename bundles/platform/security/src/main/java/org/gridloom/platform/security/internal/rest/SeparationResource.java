package org.gridloom.platform.security.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.security.UnitScoped.In;
import org.gridloom.platform.security.internal.Permissions;
import org.gridloom.platform.security.internal.Separation;
import org.gridloom.platform.security.internal.Separation.Standing;
import org.gridloom.platform.validation.Checks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether the three administrators are kept apart. */
@Component(service = RestResource.class)
@Path("separation")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SeparationResource implements RestResource {

    private final Separation separation;
    private final Checks checks;

    @Activate
    public SeparationResource(@Reference Separation separation, @Reference Checks checks) {
        this.separation = separation;
        this.checks = checks;
    }

    @GET
    @RequiresPermission(Permissions.ROLE_VIEW)
    @UnitScoped(in = In.DISTRICT)
    @Operation(summary = "Whether the three administrators are kept apart / 三员分立状态")
    public Standing standing() {
        return separation.standing();
    }

    @PUT
    @RequiresPermission(Permissions.ROLE_EDIT)
    @UnitScoped(in = In.DISTRICT)
    @Operation(summary = "Keep the three administrators apart, or end that / 启用或停用三员分立")
    public Standing set(WantedSeparation body) {
        checks.valid(body);
        return separation.set(body.separated(), body.reason());
    }
}
