package com.example.snow.internal.rest;

import static com.example.snow.SnowPermissions.EDIT;
import static com.example.snow.SnowPermissions.READ;

import com.example.snow.Team;
import com.example.snow.TeamDraft;
import com.example.snow.Teams;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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

/** Teams. */
@Component(service = RestResource.class)
@Path("snow/teams")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TeamResource implements RestResource {

    private final Teams teams;

    @Activate
    public TeamResource(@Reference Teams teams) {
        this.teams = teams;
    }

    @GET
    @RequiresPermission(READ)
    @UnitScoped(in = In.QUERY, name = "unit")
    @Operation(summary = "List teams / 除雪队伍列表")
    public Page<Team> list(@QueryParam("unit") String unit, @QueryParam("q") String text, @BeanParam PageParams page) {
        return teams.list(unit, text, page.of(Teams.SORTABLE));
    }

    @POST
    @RequiresPermission(EDIT)
    @UnitScoped(in = In.BODY, name = "unit")
    @Operation(summary = "Register a team / 登记除雪队伍")
    @ApiResponse(
            responseCode = "201",
            description = "Created / 已新建",
            content = @Content(schema = @Schema(implementation = Team.class)))
    public Response register(TeamDraft body) {
        Team made = teams.register(body);
        return Versions.created("snow/teams/" + made.code(), made, made.version());
    }

    @GET
    @Path("{code}")
    @RequiresPermission(READ)
    @UnitScoped(in = In.RECORD, name = "code")
    @Operation(summary = "Read a team / 查看除雪队伍")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = Team.class)))
    public Response get(@PathParam("code") String code) {
        Team team = teams.get(code);
        return Versions.ok(team, team.version());
    }

    @PUT
    @Path("{code}")
    @RequiresPermission(EDIT)
    @UnitScoped(in = In.RECORD, name = "code")
    @Operation(summary = "Change a team / 修改除雪队伍")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = Team.class)))
    public Response change(@PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, TeamDraft body) {
        Team team = teams.change(code, body, Versions.required(ifMatch));
        return Versions.ok(team, team.version());
    }
}
