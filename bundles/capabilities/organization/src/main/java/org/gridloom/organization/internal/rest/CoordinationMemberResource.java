package org.gridloom.organization.internal.rest;

import static org.gridloom.organization.PartyPermissions.COORDINATION_EDIT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.gridloom.organization.BodyMember;
import org.gridloom.organization.CoordinationBodies;
import org.gridloom.organization.PostEnding;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.rest.Versions;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.security.UnitScoped.In;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Memberships of coordination bodies, by their ids. */
@Component(service = RestResource.class)
@Path("organization/coordination-members")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CoordinationMemberResource implements RestResource {

    private final CoordinationBodies bodies;

    @Activate
    public CoordinationMemberResource(@Reference CoordinationBodies bodies) {
        this.bodies = bodies;
    }

    @POST
    @Path("{id}/leave")
    @RequiresPermission(COORDINATION_EDIT)
    @UnitScoped(in = In.RECORD, name = "id")
    @Operation(summary = "An organisation leaves / 成员单位退出")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = BodyMember.class)))
    public Response leave(@PathParam("id") long id, @HeaderParam("If-Match") String ifMatch, PostEnding body) {
        BodyMember answer = bodies.leave(id, body, Versions.required(ifMatch));
        return Versions.ok(answer, answer.version());
    }
}
