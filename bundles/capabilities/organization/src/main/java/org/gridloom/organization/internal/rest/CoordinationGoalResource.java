package org.gridloom.organization.internal.rest;

import static org.gridloom.organization.PartyPermissions.COORDINATION_EDIT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.gridloom.organization.BodyGoal;
import org.gridloom.organization.BodyGoalDraft;
import org.gridloom.organization.CoordinationBodies;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.rest.Versions;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.security.UnitScoped.In;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Annual goals of coordination bodies, by their ids. */
@Component(service = RestResource.class)
@Path("organization/coordination-goals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CoordinationGoalResource implements RestResource {

    private final CoordinationBodies bodies;

    @Activate
    public CoordinationGoalResource(@Reference CoordinationBodies bodies) {
        this.bodies = bodies;
    }

    @PUT
    @Path("{id}")
    @RequiresPermission(COORDINATION_EDIT)
    @UnitScoped(in = In.RECORD, name = "id")
    @Operation(summary = "Change a goal / 修改年度目标")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = BodyGoal.class)))
    public Response change(@PathParam("id") long id, @HeaderParam("If-Match") String ifMatch, BodyGoalDraft body) {
        BodyGoal answer = bodies.changeGoal(id, body, Versions.required(ifMatch));
        return Versions.ok(answer, answer.version());
    }
}
