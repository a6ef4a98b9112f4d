package org.gridloom.platform.security.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.rest.Versions;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.security.UnitScoped.In;
import org.gridloom.platform.security.internal.Permissions;
import org.gridloom.platform.security.internal.RoleDraft;
import org.gridloom.platform.security.internal.RoleView;
import org.gridloom.platform.security.internal.Roles;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Roles. */
@Component(service = RestResource.class)
@Path("roles")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RoleResource implements RestResource {

    private final Roles roles;

    @Activate
    public RoleResource(@Reference Roles roles) {
        this.roles = roles;
    }

    @GET
    @RequiresPermission(Permissions.ROLE_VIEW)
    @UnitScoped(in = In.RESULT)
    @Operation(summary = "List roles / 角色列表")
    public List<RoleView> list() {
        return roles.list();
    }

    @POST
    @RequiresPermission(Permissions.ROLE_EDIT)
    @UnitScoped(in = In.DISTRICT)
    @Operation(summary = "Create a role / 新建角色")
    public Response create(RoleDraft body) {
        RoleView made = roles.create(body);
        return Response.created(URI.create("roles/" + made.code()))
                .tag(Versions.tag(made.version()))
                .entity(made)
                .build();
    }

    @GET
    @Path("{code}")
    @RequiresPermission(Permissions.ROLE_VIEW)
    @UnitScoped(in = In.RESULT)
    @Operation(summary = "Read a role / 查看角色")
    public Response get(@PathParam("code") String code) {
        return answer(roles.get(code));
    }

    @PUT
    @Path("{code}")
    @RequiresPermission(Permissions.ROLE_EDIT)
    @UnitScoped(in = In.DISTRICT)
    @Operation(summary = "Change a role / 修改角色")
    public Response change(@PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, RoleDetails body) {
        return answer(roles.change(RoleDetails.draft(code, body), Versions.required(ifMatch)));
    }

    @DELETE
    @Path("{code}")
    @RequiresPermission(Permissions.ROLE_EDIT)
    @UnitScoped(in = In.DISTRICT)
    @Operation(summary = "Delete a role that nobody holds / 删除无人持有的角色")
    public void delete(@PathParam("code") String code, @HeaderParam("If-Match") String ifMatch) {
        roles.delete(code, Versions.required(ifMatch));
    }

    private static Response answer(RoleView role) {
        return Response.ok(role).tag(Versions.tag(role.version())).build();
    }
}
