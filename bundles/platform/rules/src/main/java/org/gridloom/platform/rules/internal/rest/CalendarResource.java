package org.gridloom.platform.rules.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gridloom.platform.calendar.WorkDuration;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.rest.Versions;
import org.gridloom.platform.rules.internal.CalendarDay;
import org.gridloom.platform.rules.internal.Calendars;
import org.gridloom.platform.rules.internal.Deadline;
import org.gridloom.platform.rules.internal.Permissions;
import org.gridloom.platform.rules.internal.YearDraft;
import org.gridloom.platform.rules.internal.domain.CalendarYear;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.security.UnitScoped.In;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The work calendar. */
@Component(service = RestResource.class)
@Path("calendar")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CalendarResource implements RestResource {

    private final Calendars calendars;

    @Activate
    public CalendarResource(@Reference Calendars calendars) {
        this.calendars = calendars;
    }

    @GET
    @RequiresPermission(RequiresPermission.SIGNED_IN)
    @UnitScoped(in = In.RESULT)
    @Operation(summary = "Days with what they are; this year if absent / 日历")
    public List<CalendarDay> days(@QueryParam("from") LocalDate from, @QueryParam("to") LocalDate to) {
        return calendars.days(from, to);
    }

    @GET
    @Path("deadline")
    @RequiresPermission(RequiresPermission.SIGNED_IN)
    @UnitScoped(in = In.RESULT)
    @Operation(summary = "When a time is over / 计算期限")
    public Deadline deadline(
            @Parameter(description = "Now if absent / 缺省为现在") @QueryParam("from") Instant from,
            @QueryParam("amount") @DefaultValue("1") Integer amount,
            @QueryParam("unit") @DefaultValue("WORK_DAYS") WorkDuration.Unit unit) {
        return calendars.deadline(from, amount, unit);
    }

    @GET
    @Path("years/{year}")
    @RequiresPermission(RequiresPermission.SIGNED_IN)
    @UnitScoped(in = In.RESULT)
    @Operation(summary = "Holidays and make-up work days of a year / 年度节假日与调休")
    @ApiResponse(
            responseCode = "200",
            description = "The year / 年度",
            content = @Content(schema = @Schema(implementation = CalendarYear.class)))
    public Response year(@PathParam("year") int year) {
        return answer(calendars.year(year));
    }

    @PUT
    @Path("years/{year}")
    @RequiresPermission(Permissions.CALENDAR_EDIT)
    @UnitScoped(in = In.DISTRICT)
    @Operation(summary = "Set a year / 设置年度")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = CalendarYear.class)))
    public Response set(@PathParam("year") int year, @HeaderParam("If-Match") String ifMatch, YearDraft body) {
        return answer(calendars.set(year, body, Versions.required(ifMatch)));
    }

    @POST
    @Path("years/{year}/import")
    @Consumes({"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "text/csv"})
    @RequiresPermission(Permissions.CALENDAR_EDIT)
    @UnitScoped(in = In.DISTRICT)
    @Operation(summary = "Set a year from a file (xlsx or CSV), all or nothing / 由文件设置年度")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = CalendarYear.class)))
    public Response load(
            @PathParam("year") int year,
            @Parameter(description = "Number of the document / 依据文号") @QueryParam("document") String document,
            @HeaderParam("If-Match") String ifMatch,
            @Schema(type = "string", example = "日期,安排,名称") InputStream body)
            throws IOException {
        return answer(calendars.load(year, document, body, Versions.required(ifMatch)));
    }

    private static Response answer(CalendarYear year) {
        return Response.ok(year).tag(Versions.tag(year.version())).build();
    }
}
