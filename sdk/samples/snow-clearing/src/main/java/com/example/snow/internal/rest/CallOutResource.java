package com.example.snow.internal.rest;

import static com.example.snow.SnowPermissions.EDIT;
import static com.example.snow.SnowPermissions.READ;

import com.example.snow.CallOut;
import com.example.snow.CallOutDraft;
import com.example.snow.CallOuts;
import com.example.snow.Work;
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

/** Call-outs. */
@Component(service = RestResource.class)
@Path("snow/call-outs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CallOutResource implements RestResource {

    private final CallOuts callOuts;

    @Activate
    public CallOutResource(@Reference CallOuts callOuts) {
        this.callOuts = callOuts;
    }

    @GET
    @RequiresPermission(READ)
    @UnitScoped(in = In.QUERY, name = "unit")
    @Operation(summary = "List call-outs / 除雪出动列表")
    public Page<CallOut> list(@BeanParam CallOutParams params, @BeanParam PageParams page) {
        return callOuts.list(params.filter(), page.of(CallOuts.SORTABLE));
    }

    @POST
    @RequiresPermission(EDIT)
    @UnitScoped(in = In.BODY, name = "unit")
    @Operation(summary = "Order a call-out / 下达除雪出动")
    @ApiResponse(
            responseCode = "201",
            description = "Created / 已新建",
            content = @Content(schema = @Schema(implementation = CallOut.class)))
    public Response order(CallOutDraft body) {
        CallOut made = callOuts.order(body);
        return Versions.created("snow/call-outs/" + made.number(), made, made.version());
    }

    @GET
    @Path("{number}")
    @RequiresPermission(READ)
    @UnitScoped(in = In.RECORD, name = "number")
    @Operation(summary = "Read a call-out / 查看除雪出动")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = CallOut.class)))
    public Response get(@PathParam("number") String number) {
        return answer(callOuts.get(number));
    }

    @PUT
    @Path("{number}")
    @RequiresPermission(EDIT)
    @UnitScoped(in = In.RECORD, name = "number")
    @Operation(summary = "Change a call-out / 修改除雪出动")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = CallOut.class)))
    public Response change(
            @PathParam("number") String number, @HeaderParam("If-Match") String ifMatch, CallOutDraft body) {
        return answer(callOuts.change(number, body, Versions.required(ifMatch)));
    }

    @POST
    @Path("{number}/done")
    @RequiresPermission(EDIT)
    @UnitScoped(in = In.RECORD, name = "number")
    @Operation(summary = "Say that it is done, and what it took / 完成除雪出动并记录工时")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = CallOut.class)))
    public Response done(@PathParam("number") String number, @HeaderParam("If-Match") String ifMatch, Work body) {
        return answer(callOuts.done(number, body, Versions.required(ifMatch)));
    }

    @POST
    @Path("{number}/cancel")
    @RequiresPermission(EDIT)
    @UnitScoped(in = In.RECORD, name = "number")
    @Operation(summary = "Cancel a call-out / 取消除雪出动")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = CallOut.class)))
    public Response cancel(@PathParam("number") String number, @HeaderParam("If-Match") String ifMatch) {
        return answer(callOuts.cancel(number, Versions.required(ifMatch)));
    }

    private static Response answer(CallOut callOut) {
        return Versions.ok(callOut, callOut.version());
    }
}
