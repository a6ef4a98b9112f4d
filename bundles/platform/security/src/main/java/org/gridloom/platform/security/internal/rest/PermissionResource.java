package org.gridloom.platform.security.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.security.UnitScoped.In;
import org.gridloom.platform.security.internal.PermissionView;
import org.gridloom.platform.security.internal.Permissions;
import org.gridloom.platform.security.internal.Roles;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What roles can be made of. */
@Component(service = RestResource.class)
@Path("permissions")
@Produces(MediaType.APPLICATION_JSON)
public class PermissionResource implements RestResource {

    private final Roles roles;

    @Activate
    public PermissionResource(@Reference Roles roles) {
        this.roles = roles;
    }

    @GET
    @RequiresPermission(Permissions.ROLE_VIEW)
    @UnitScoped(in = In.RESULT)
    @Operation(summary = "List the permissions of all modules that are there / 现有模块的全部权限")
    public List<PermissionView> list() {
        return roles.permissions();
    }
}
