package org.gridloom.training.internal.rest;

import static org.gridloom.training.TrainingPermissions.EDIT;
import static org.gridloom.training.TrainingPermissions.READ;
import static org.gridloom.training.TrainingPermissions.RECORD;

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
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageParams;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.rest.Versions;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.security.UnitScoped.In;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.state.CaseMove;
import org.gridloom.platform.state.MoveDraft;
import org.gridloom.training.Attendance;
import org.gridloom.training.AttendanceDraft;
import org.gridloom.training.Attendances;
import org.gridloom.training.Session;
import org.gridloom.training.SessionDraft;
import org.gridloom.training.Sessions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sessions of training. */
@Component(service = RestResource.class)
@Path("training/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SessionResource implements RestResource {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CSV = "text/csv";

    private final Sessions sessions;
    private final Attendances attendances;

    @Activate
    public SessionResource(@Reference Sessions sessions, @Reference Attendances attendances) {
        this.sessions = sessions;
        this.attendances = attendances;
    }

    @GET
    @RequiresPermission(READ)
    @UnitScoped(in = In.QUERY, name = "unit")
    @Operation(summary = "List sessions / 培训期次列表")
    public Page<Session> list(@BeanParam SessionParams params, @BeanParam PageParams page) {
        return sessions.list(params.filter(), page.of(Sessions.SORTABLE));
    }

    @POST
    @RequiresPermission(EDIT)
    @UnitScoped(in = In.BODY, name = "unit")
    @Operation(summary = "Plan a session / 计划一期培训")
    @ApiResponse(
            responseCode = "201",
            description = "Created / 已新建",
            content = @Content(schema = @Schema(implementation = Session.class)))
    public Response create(SessionDraft body) {
        Session made = sessions.create(body);
        return Versions.created("training/sessions/" + made.id(), made, made.version());
    }

    @GET
    @Path("{id}")
    @RequiresPermission(READ)
    @UnitScoped(in = In.RECORD, name = "id")
    @Operation(summary = "Read a session / 查看培训期次")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = Session.class)))
    public Response get(@PathParam("id") long id) {
        Session answer = sessions.get(id);
        return Versions.ok(answer, answer.version());
    }

    @PUT
    @Path("{id}")
    @RequiresPermission(EDIT)
    @UnitScoped(in = In.RECORD, name = "id")
    @Operation(summary = "Change a session / 修改培训期次")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = Session.class)))
    public Response change(@PathParam("id") long id, @HeaderParam("If-Match") String ifMatch, SessionDraft body) {
        Session answer = sessions.change(id, body, Versions.required(ifMatch));
        return Versions.ok(answer, answer.version());
    }

    @GET
    @Path("{id}/timeline")
    @RequiresPermission(READ)
    @UnitScoped(in = In.RECORD, name = "id")
    @Operation(summary = "All its steps / 办理过程")
    public List<CaseMove> timeline(@PathParam("id") long id) {
        return sessions.timeline(id);
    }

    /** Which permission it takes, the step says. If-Match is the version of the case. */
    @POST
    @Path("{id}/actions/{action}")
    @RequiresPermission(READ)
    @UnitScoped(in = In.RECORD, name = "id")
    @Operation(summary = "Take a step / 办理")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = Session.class)))
    public Response act(
            @PathParam("id") long id,
            @Schema(example = "announce") @PathParam("action") String action,
            @HeaderParam("If-Match") String ifMatch,
            MoveDraft body) {
        Session answer = sessions.move(id, action, body, Versions.required(ifMatch));
        return Versions.ok(answer, answer.version());
    }

    @POST
    @Path("{id}/attendances")
    @RequiresPermission(RECORD)
    @UnitScoped(in = In.RECORD, name = "id")
    @Operation(summary = "Record who was there / 记录出勤")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = Attendance.class)))
    public Response record(@PathParam("id") long id, AttendanceDraft body) {
        Attendance answer = attendances.record(id, body);
        return Versions.ok(answer, answer.version());
    }

    @POST
    @Path("{id}/attendances/import")
    @Consumes({XLSX, CSV, MediaType.APPLICATION_OCTET_STREAM})
    @RequiresPermission(RECORD)
    @UnitScoped(in = In.RECORD, name = "id")
    @Operation(summary = "Import its sign-in sheet (xlsx or CSV), all or nothing / 导入签到表(xlsx、CSV),全部成功或全不写入")
    public ImportReport signedIn(
            @PathParam("id") long id,
            @QueryParam("dryRun") boolean dryRun,
            @Schema(type = "string", example = "姓名,单位,职务,电话,签到时间,成绩") InputStream table)
            throws IOException {
        return attendances.signedIn(id, table, dryRun).orRefused();
    }
}
