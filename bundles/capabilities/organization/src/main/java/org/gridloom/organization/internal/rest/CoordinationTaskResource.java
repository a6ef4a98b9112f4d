package org.gridloom.organization.internal.rest;

import static org.gridloom.organization.PartyPermissions.COORDINATION_EDIT;
import static org.gridloom.organization.PartyPermissions.COORDINATION_READ;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.gridloom.organization.BodyTask;
import org.gridloom.organization.BodyTaskDraft;
import org.gridloom.organization.CoordinationBodies;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.rest.Versions;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.security.UnitScoped.In;
import org.gridloom.platform.state.CaseMove;
import org.gridloom.platform.state.MoveDraft;
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
        return Versions.ok(answer, answer.version());
    }

    @GET
    @Path("{id}")
    @RequiresPermission(COORDINATION_READ)
    @UnitScoped(in = In.RECORD, name = "id")
    @Operation(summary = "A task with where it stands and what the caller may do now / 查看任务及可办动作")
    @ApiResponse(
            responseCode = "200",
            description = "The task / 任务",
            content = @Content(schema = @Schema(implementation = BodyTask.class)))
    public Response get(@PathParam("id") long id) {
        BodyTask answer = bodies.task(id);
        return Versions.ok(answer, answer.version());
    }

    @GET
    @Path("{id}/timeline")
    @RequiresPermission(COORDINATION_READ)
    @UnitScoped(in = In.RECORD, name = "id")
    @Operation(summary = "Every step of a task / 任务办理过程")
    public List<CaseMove> timeline(@PathParam("id") long id) {
        return bodies.taskTimeline(id);
    }

    @POST
    @Path("{id}/actions/{action}")
    @RequiresPermission(COORDINATION_READ)
    @UnitScoped(in = In.RECORD, name = "id")
    @Operation(
            summary = "Take a step; If-Match is the version of the task's progress / 办理动作,If-Match 为 progress 的版本",
            description = "What may be done now, and what each step asks for, stands in the task's progress.actions."
                    + " / 当前可办的动作及所需材料见任务的 progress.actions。")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = BodyTask.class)))
    public Response move(
            @PathParam("id") long id,
            @Parameter(example = "assign") @PathParam("action") String action,
            @HeaderParam("If-Match") String ifMatch,
            MoveDraft body) {
        BodyTask answer = bodies.moveTask(id, action, body, Versions.required(ifMatch));
        return Versions.ok(answer, answer.version());
    }
}
