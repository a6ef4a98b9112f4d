package org.gridloom.training.internal.rest;

import static org.gridloom.training.TrainingPermissions.CERTIFY;
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
import java.util.List;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageParams;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.rest.Versions;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.security.UnitScoped.In;
import org.gridloom.training.Catalogue;
import org.gridloom.training.CatalogueFilter;
import org.gridloom.training.Certificate;
import org.gridloom.training.Certificates;
import org.gridloom.training.Programme;
import org.gridloom.training.ProgrammeDraft;
import org.gridloom.training.Programmes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Programmes of training. */
@Component(service = RestResource.class)
@Path("training/programmes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ProgrammeResource implements RestResource {

    private final Programmes programmes;
    private final Certificates certificates;

    @Activate
    public ProgrammeResource(@Reference Programmes programmes, @Reference Certificates certificates) {
        this.programmes = programmes;
        this.certificates = certificates;
    }

    @GET
    @RequiresPermission(READ)
    @UnitScoped(in = In.QUERY, name = "unit")
    @Operation(summary = "List programmes / 培训项目列表")
    public Page<Programme> list(
            @QueryParam("unit") String unit, @QueryParam("q") String text, @BeanParam PageParams page) {
        return programmes.list(new CatalogueFilter(unit, text), page.of(Catalogue.SORTABLE));
    }

    @POST
    @RequiresPermission(EDIT)
    @UnitScoped(in = In.BODY, name = "unit")
    @Operation(summary = "Register a programme / 登记培训项目")
    @ApiResponse(
            responseCode = "201",
            description = "Created / 已新建",
            content = @Content(schema = @Schema(implementation = Programme.class)))
    public Response create(ProgrammeDraft body) {
        Programme made = programmes.create(body);
        return Versions.created("training/programmes/" + made.code(), made, made.version());
    }

    @GET
    @Path("{code}")
    @RequiresPermission(READ)
    @UnitScoped(in = In.RECORD, name = "code")
    @Operation(summary = "Read a programme / 查看培训项目")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = Programme.class)))
    public Response get(@PathParam("code") String code) {
        Programme answer = programmes.get(code);
        return Versions.ok(answer, answer.version());
    }

    @PUT
    @Path("{code}")
    @RequiresPermission(EDIT)
    @UnitScoped(in = In.RECORD, name = "code")
    @Operation(summary = "Change a programme / 修改培训项目")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = Programme.class)))
    public Response change(
            @PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, ProgrammeDraft body) {
        Programme answer = programmes.change(code, body, Versions.required(ifMatch));
        return Versions.ok(answer, answer.version());
    }

    @POST
    @Path("{code}/certificates")
    @RequiresPermission(CERTIFY)
    @UnitScoped(in = In.RECORD, name = "code")
    @Operation(summary = "Issue the certificates that are due / 颁发应发的证书")
    public List<Certificate> issue(@PathParam("code") String code) {
        return certificates.issue(code);
    }
}
