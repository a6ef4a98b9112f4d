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
import org.gridloom.training.Trainer;
import org.gridloom.training.TrainerDraft;
import org.gridloom.training.Trainers;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Those who teach. */
@Component(service = RestResource.class)
@Path("training/trainers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TrainerResource implements RestResource {

    private final Trainers trainers;

    @Activate
    public TrainerResource(@Reference Trainers trainers) {
        this.trainers = trainers;
    }

    @GET
    @RequiresPermission(READ)
    @UnitScoped(in = In.QUERY, name = "unit")
    @Operation(summary = "List trainers / 师资列表")
    public Page<Trainer> list(
            @QueryParam("unit") String unit, @QueryParam("q") String text, @BeanParam PageParams page) {
        return trainers.list(new CatalogueFilter(unit, text), page.of(Catalogue.SORTABLE));
    }

    @POST
    @RequiresPermission(EDIT)
    @UnitScoped(in = In.BODY, name = "unit")
    @Operation(summary = "Register a trainer / 登记师资")
    @ApiResponse(
            responseCode = "201",
            description = "Created / 已新建",
            content = @Content(schema = @Schema(implementation = Trainer.class)))
    public Response create(TrainerDraft body) {
        Trainer made = trainers.create(body);
        return Versions.created("training/trainers/" + made.code(), made, made.version());
    }

    @GET
    @Path("{code}")
    @RequiresPermission(READ)
    @UnitScoped(in = In.RECORD, name = "code")
    @Operation(summary = "Read a trainer / 查看师资")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = Trainer.class)))
    public Response get(@PathParam("code") String code) {
        Trainer answer = trainers.get(code);
        return Versions.ok(answer, answer.version());
    }

    @PUT
    @Path("{code}")
    @RequiresPermission(EDIT)
    @UnitScoped(in = In.RECORD, name = "code")
    @Operation(summary = "Change a trainer / 修改师资")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = Trainer.class)))
    public Response change(@PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, TrainerDraft body) {
        Trainer answer = trainers.change(code, body, Versions.required(ifMatch));
        return Versions.ok(answer, answer.version());
    }
}
