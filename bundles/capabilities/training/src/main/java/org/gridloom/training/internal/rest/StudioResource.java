package org.gridloom.training.internal.rest;

import static org.gridloom.training.TrainingPermissions.EDIT;
import static org.gridloom.training.TrainingPermissions.READ;

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
import org.gridloom.training.Catalogue;
import org.gridloom.training.CatalogueFilter;
import org.gridloom.training.Studio;
import org.gridloom.training.StudioDraft;
import org.gridloom.training.Studios;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Studios of secretaries and their stations. */
@Component(service = RestResource.class)
@Path("training/studios")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class StudioResource implements RestResource {

    private final Studios studios;

    @Activate
    public StudioResource(@Reference Studios studios) {
        this.studios = studios;
    }

    @GET
    @RequiresPermission(READ)
    @UnitScoped(in = In.QUERY, name = "unit")
    @Operation(summary = "List studios / 工作室列表")
    public Page<Studio> list(
            @QueryParam("unit") String unit, @QueryParam("q") String text, @BeanParam PageParams page) {
        return studios.list(new CatalogueFilter(unit, text), page.of(Catalogue.SORTABLE));
    }

    @POST
    @RequiresPermission(EDIT)
    @UnitScoped(in = In.BODY, name = "unit")
    @Operation(summary = "Register a studio / 登记工作室")
    @ApiResponse(
            responseCode = "201",
            description = "Created / 已新建",
            content = @Content(schema = @Schema(implementation = Studio.class)))
    public Response create(StudioDraft body) {
        Studio made = studios.create(body);
        return Versions.created("training/studios/" + made.code(), made, made.version());
    }

    @GET
    @Path("{code}")
    @RequiresPermission(READ)
    @UnitScoped(in = In.RECORD, name = "code")
    @Operation(summary = "Read a studio / 查看工作室")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = Studio.class)))
    public Response get(@PathParam("code") String code) {
        Studio answer = studios.get(code);
        return Versions.ok(answer, answer.version());
    }

    @PUT
    @Path("{code}")
    @RequiresPermission(EDIT)
    @UnitScoped(in = In.RECORD, name = "code")
    @Operation(summary = "Change a studio / 修改工作室")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = Studio.class)))
    public Response change(@PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, StudioDraft body) {
        Studio answer = studios.change(code, body, Versions.required(ifMatch));
        return Versions.ok(answer, answer.version());
    }
}
