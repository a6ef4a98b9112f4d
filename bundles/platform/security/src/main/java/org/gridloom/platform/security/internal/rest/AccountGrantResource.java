package org.gridloom.platform.security.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.security.UnitScoped.In;
import org.gridloom.platform.security.internal.GrantView;
import org.gridloom.platform.security.internal.Grants;
import org.gridloom.platform.security.internal.NewGrant;
import org.gridloom.platform.security.internal.Permissions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Roles that accounts hold. */
@Component(service = RestResource.class)
@Path("accounts/{name}/grants")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AccountGrantResource implements RestResource {

    private final Grants grants;

    @Activate
    public AccountGrantResource(@Reference Grants grants) {
        this.grants = grants;
    }

    @GET
    @RequiresPermission(Permissions.ACCOUNT_VIEW)
    @UnitScoped(in = In.RECORD, name = "name")
    @Operation(summary = "List an account's grants / 账号的授权")
    public List<GrantView> list(@PathParam("name") String name) {
        return grants.of(name);
    }

    @POST
    @RequiresPermission(Permissions.GRANT_EDIT)
    @UnitScoped(in = In.BODY, name = "unit")
    @Operation(summary = "Grant a role / 授予角色")
    public Response add(@PathParam("name") String name, NewGrant body) {
        GrantView made = grants.add(name, body);
        return Response.created(URI.create("accounts/" + name + "/grants/" + made.id()))
                .entity(made)
                .build();
    }

    @DELETE
    @Path("{id}")
    @RequiresPermission(Permissions.GRANT_EDIT)
    @UnitScoped(in = In.RECORD, name = "name")
    @Operation(summary = "Revoke a grant / 收回授权")
    public void revoke(@PathParam("name") String name, @PathParam("id") long id, @QueryParam("reason") String reason) {
        grants.revoke(name, id, reason);
    }
}
