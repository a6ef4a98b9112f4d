package org.gridloom.training.internal.rest;

import static org.gridloom.training.TrainingPermissions.READ;
import static org.gridloom.training.TrainingPermissions.RECORD;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import org.gridloom.training.Attendance;
import org.gridloom.training.Attendances;
import org.gridloom.training.Enrolment;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Places in sessions. */
@Component(service = RestResource.class)
@Path("training/attendances")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AttendanceResource implements RestResource {

    private final Attendances attendances;

    @Activate
    public AttendanceResource(@Reference Attendances attendances) {
        this.attendances = attendances;
    }

    @GET
    @RequiresPermission(READ)
    @UnitScoped(in = In.QUERY, name = "unit")
    @Operation(summary = "List who takes or took part / 参训列表")
    public Page<Attendance> list(@BeanParam AttendanceParams params, @BeanParam PageParams page) {
        return attendances.list(params.filter(), page.of(Attendances.SORTABLE));
    }

    @POST
    @RequiresPermission(RECORD)
    @UnitScoped(in = In.RESULT)
    @Operation(summary = "Enrol somebody in a session / 报名")
    @ApiResponse(
            responseCode = "201",
            description = "Created / 已新建",
            content = @Content(schema = @Schema(implementation = Attendance.class)))
    public Response enrol(Enrolment body) {
        Attendance made = attendances.enrol(body);
        return Versions.created("training/attendances/" + made.id(), made, made.version());
    }

    @GET
    @Path("{id}")
    @RequiresPermission(READ)
    @UnitScoped(in = In.RECORD, name = "id")
    @Operation(summary = "Read a place in a session / 查看参训记录")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = Attendance.class)))
    public Response get(@PathParam("id") long id) {
        Attendance answer = attendances.get(id);
        return Versions.ok(answer, answer.version());
    }

    @DELETE
    @Path("{id}")
    @RequiresPermission(RECORD)
    @UnitScoped(in = In.RECORD, name = "id")
    @Operation(summary = "Take an enrolment back / 撤销报名")
    public void withdraw(
            @PathParam("id") long id, @HeaderParam("If-Match") String ifMatch, @QueryParam("reason") String reason) {
        attendances.withdraw(id, reason, Versions.required(ifMatch));
    }
}
