package org.gridloom.platform.operations.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.gridloom.platform.operations.internal.Permissions;
import org.gridloom.platform.operations.internal.modes.ReadOnlyReason;
import org.gridloom.platform.operations.internal.modes.ReadOnlySwitch;
import org.gridloom.platform.operations.internal.modes.ReadOnlyView;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether the district can be written to. PUT and DELETE, as an Idempotency-Key would have to be written down. */
@Component(service = RestResource.class)
@Path("operations/read-only")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ReadOnlyResource implements RestResource {

    private final ReadOnlySwitch readOnly;

    @Activate
    public ReadOnlyResource(@Reference ReadOnlySwitch readOnly) {
        this.readOnly = readOnly;
    }

    @GET
    @RequiresPermission(RequiresPermission.SIGNED_IN)
    @UnitScoped(in = UnitScoped.In.RESULT)
    @Operation(summary = "Whether the district is read-only / 是否只读")
    public ReadOnlyView status() {
        return readOnly.status();
    }

    @PUT
    @RequiresPermission(Permissions.READ_ONLY)
    @UnitScoped(in = UnitScoped.In.DISTRICT)
    @Operation(summary = "Make the district read-only / 设为只读")
    public ReadOnlyView on(ReadOnlyReason body) {
        return readOnly.on(body);
    }

    @DELETE
    @RequiresPermission(Permissions.READ_ONLY)
    @UnitScoped(in = UnitScoped.In.DISTRICT)
    @Operation(summary = "Let the district be written to again / 解除只读")
    public ReadOnlyView off() {
        return readOnly.off();
    }
}
