package org.gridloom.training.internal.rest;

import static org.gridloom.training.TrainingPermissions.CERTIFY;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageParams;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.rest.Versions;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.security.UnitScoped.In;
import org.gridloom.training.Certificate;
import org.gridloom.training.CertificateFilter;
import org.gridloom.training.Certificates;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Certificates of programmes. */
@Component(service = RestResource.class)
@Path("training/certificates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CertificateResource implements RestResource {

    private final Certificates certificates;

    @Activate
    public CertificateResource(@Reference Certificates certificates) {
        this.certificates = certificates;
    }

    /** Why a certificate is taken back. */
    record Revocation(
            @Schema(example = "成绩有误", minLength = 1, maxLength = 200)
            String reason) {}

    @GET
    @RequiresPermission(READ)
    @UnitScoped(in = In.QUERY, name = "unit")
    @Operation(summary = "List certificates / 证书列表")
    public Page<Certificate> list(
            @QueryParam("unit") String unit,
            @QueryParam("programme") String programme,
            @QueryParam("person") String person,
            @QueryParam("validOn") LocalDate validOn,
            @QueryParam("before") LocalDate before,
            @BeanParam PageParams page) {
        return certificates.list(
                new CertificateFilter(unit, programme, person, validOn, before), page.of(Certificates.SORTABLE));
    }

    @GET
    @Path("{id}")
    @RequiresPermission(READ)
    @UnitScoped(in = In.RECORD, name = "id")
    @Operation(summary = "Read a certificate / 查看证书")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = Certificate.class)))
    public Response get(@PathParam("id") long id) {
        Certificate answer = certificates.get(id);
        return Versions.ok(answer, answer.version());
    }

    @POST
    @Path("{id}/revoke")
    @RequiresPermission(CERTIFY)
    @UnitScoped(in = In.RECORD, name = "id")
    @Operation(summary = "Revoke a certificate / 撤销证书")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = Certificate.class)))
    public Response revoke(@PathParam("id") long id, @HeaderParam("If-Match") String ifMatch, Revocation body) {
        Certificate answer = certificates.revoke(id, body == null ? null : body.reason(), Versions.required(ifMatch));
        return Versions.ok(answer, answer.version());
    }
}
