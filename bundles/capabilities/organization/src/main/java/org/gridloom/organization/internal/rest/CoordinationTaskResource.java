package org.gridloom.organization.internal.rest;

import static org.gridloom.organization.PartyPermissions.COORDINATION_EDIT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.gridloom.organization.BodyTask;
import org.gridloom.organization.BodyTaskCompletion;
import org.gridloom.organization.BodyTaskDraft;
import org.gridloom.organization.CoordinationBodies;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.rest.Versions;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.security.UnitScoped.In;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tasks of coordination bodies, by their ids. */
@Component(service = RestResource.class)
@Path("organization/coordination-tasks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CoordinationTaskResource implements RestResource {

    private final CoordinationBodies bodies;

    @Activate
    public CoordinationTaskResource(@Reference CoordinationBodies bodies) {
        this.bodies = bodies;
    }

    @PUT
    @Path("{id}")
    @RequiresPermission(COORDINATION_EDIT)
    @UnitScoped(in = In.RECORD, name = "id")
    @Operation(summary = "Change a task / 修改任务")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = BodyTask.class)))
    public Response change(@PathParam("id") long id, @HeaderParam("If-Match") String ifMatch, BodyTaskDraft body) {
        BodyTask answer = bodies.changeTask(id, body, Versions.required(ifMatch));
        return Answers.of(answer, answer.version());
    }

    @POST
    @Path("{id}/complete")
    @RequiresPermission(COORDINATION_EDIT)
    @UnitScoped(in = In.RECORD, name = "id")
    @Operation(summary = "A task is done / 完成任务")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = BodyTask.class)))
    public Response complete(
            @PathParam("id") long id, @HeaderParam("If-Match") String ifMatch, BodyTaskCompletion body) {
        BodyTask answer = bodies.complete(id, body, Versions.required(ifMatch));
        return Answers.of(answer, answer.version());
    }
}
