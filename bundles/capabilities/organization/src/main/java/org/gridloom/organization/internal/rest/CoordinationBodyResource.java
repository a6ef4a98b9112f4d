package org.gridloom.organization.internal.rest;

import static org.gridloom.organization.PartyPermissions.COORDINATION_EDIT;
import static org.gridloom.organization.PartyPermissions.COORDINATION_READ;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.gridloom.organization.BodyGoal;
import org.gridloom.organization.BodyGoalDraft;
import org.gridloom.organization.BodyMember;
import org.gridloom.organization.BodyMemberDraft;
import org.gridloom.organization.BodyTask;
import org.gridloom.organization.BodyTaskDraft;
import org.gridloom.organization.CoordinationBodies;
import org.gridloom.organization.CoordinationBody;
import org.gridloom.organization.CoordinationBodyChange;
import org.gridloom.organization.CoordinationBodyDraft;
import org.gridloom.organization.OrganizationClosing;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageParams;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.rest.Versions;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.security.UnitScoped.In;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Coordination bodies, their members, goals and tasks. */
@Component(service = RestResource.class)
@Path("organization/coordination-bodies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CoordinationBodyResource implements RestResource {

    private final CoordinationBodies bodies;

    @Activate
    public CoordinationBodyResource(@Reference CoordinationBodies bodies) {
        this.bodies = bodies;
    }

    @GET
    @RequiresPermission(COORDINATION_READ)
    @UnitScoped(in = In.QUERY, name = "unit")
    @Operation(summary = "List coordination bodies / 协调机制列表")
    public Page<CoordinationBody> list(
            @QueryParam("unit") String unit, @QueryParam("asOf") LocalDate asOf, @BeanParam PageParams page) {
        return bodies.list(unit, asOf, page.of(CoordinationBodies.SORTABLE));
    }

    @POST
    @RequiresPermission(COORDINATION_EDIT)
    @UnitScoped(in = In.BODY, name = "unit")
    @Operation(summary = "Set up a coordination body / 建立协调机制")
    @ApiResponse(
            responseCode = "201",
            description = "Created / 已新建",
            content = @Content(schema = @Schema(implementation = CoordinationBody.class)))
    public Response create(CoordinationBodyDraft body) {
        CoordinationBody made = bodies.create(body);
        return Versions.created("organization/coordination-bodies/" + made.code(), made, made.version());
    }

    @GET
    @Path("{code}")
    @RequiresPermission(COORDINATION_READ)
    @UnitScoped(in = In.RECORD, name = "code")
    @Operation(summary = "Read a coordination body / 查看协调机制")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = CoordinationBody.class)))
    public Response get(@PathParam("code") String code, @QueryParam("asOf") LocalDate asOf) {
        CoordinationBody answer = bodies.get(code, asOf);
        return Versions.ok(answer, answer.version());
    }

    @PATCH
    @Path("{code}")
    @RequiresPermission(COORDINATION_EDIT)
    @UnitScoped(in = In.RECORD, name = "code")
    @Operation(summary = "Change a coordination body from a day on / 自某日起变更协调机制")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = CoordinationBody.class)))
    public Response change(
            @PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, CoordinationBodyChange body) {
        CoordinationBody answer = bodies.change(code, body, Versions.required(ifMatch));
        return Versions.ok(answer, answer.version());
    }

    @POST
    @Path("{code}/close")
    @RequiresPermission(COORDINATION_EDIT)
    @UnitScoped(in = In.RECORD, name = "code")
    @Operation(summary = "Close a coordination body / 撤销协调机制")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = CoordinationBody.class)))
    public Response close(
            @PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, OrganizationClosing body) {
        CoordinationBody answer = bodies.close(code, body, Versions.required(ifMatch));
        return Versions.ok(answer, answer.version());
    }

    @GET
    @Path("{code}/members")
    @RequiresPermission(COORDINATION_READ)
    @UnitScoped(in = In.RECORD, name = "code")
    @Operation(summary = "Member organisations / 成员单位")
    public List<BodyMember> members(@PathParam("code") String code, @QueryParam("asOf") LocalDate asOf) {
        return bodies.members(code, asOf);
    }

    @POST
    @Path("{code}/members")
    @RequiresPermission(COORDINATION_EDIT)
    @UnitScoped(in = In.RECORD, name = "code")
    @Operation(summary = "An organisation joins / 增加成员单位")
    @ApiResponse(
            responseCode = "201",
            description = "Created / 已新建",
            content = @Content(schema = @Schema(implementation = BodyMember.class)))
    public Response join(@PathParam("code") String code, BodyMemberDraft body) {
        BodyMember made = bodies.join(code, body);
        return Versions.created("organization/coordination-bodies/" + code + "/members", made, made.version());
    }

    @GET
    @Path("{code}/goals")
    @RequiresPermission(COORDINATION_READ)
    @UnitScoped(in = In.RECORD, name = "code")
    @Operation(summary = "Annual goals / 年度目标")
    public List<BodyGoal> goals(@PathParam("code") String code, @QueryParam("year") Integer year) {
        return bodies.goals(code, year);
    }

    @POST
    @Path("{code}/goals")
    @RequiresPermission(COORDINATION_EDIT)
    @UnitScoped(in = In.RECORD, name = "code")
    @Operation(summary = "Set a goal / 新增年度目标")
    @ApiResponse(
            responseCode = "201",
            description = "Created / 已新建",
            content = @Content(schema = @Schema(implementation = BodyGoal.class)))
    public Response addGoal(@PathParam("code") String code, BodyGoalDraft body) {
        BodyGoal made = bodies.addGoal(code, body);
        return Versions.created("organization/coordination-bodies/" + code + "/goals", made, made.version());
    }

    @GET
    @Path("{code}/tasks")
    @RequiresPermission(COORDINATION_READ)
    @UnitScoped(in = In.RECORD, name = "code")
    @Operation(summary = "Task list / 任务清单")
    public Page<BodyTask> tasks(
            @PathParam("code") String code, @QueryParam("state") String state, @BeanParam PageParams page) {
        return bodies.tasks(code, state, page.of(CoordinationBodies.TASKS_SORTABLE));
    }

    @POST
    @Path("{code}/tasks")
    @RequiresPermission(COORDINATION_EDIT)
    @UnitScoped(in = In.RECORD, name = "code")
    @Operation(summary = "Set a task / 新增任务")
    @ApiResponse(
            responseCode = "201",
            description = "Created / 已新建",
            content = @Content(schema = @Schema(implementation = BodyTask.class)))
    public Response addTask(@PathParam("code") String code, BodyTaskDraft body) {
        BodyTask made = bodies.addTask(code, body);
        return Versions.created("organization/coordination-bodies/" + code + "/tasks", made, made.version());
    }
}
