package org.gridloom.organization.internal.rest;

import static org.gridloom.organization.PartyPermissions.OUTSIDE_EDIT;
import static org.gridloom.organization.PartyPermissions.OUTSIDE_READ;

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
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import org.gridloom.organization.OrganizationClosing;
import org.gridloom.organization.OutsideOrganization;
import org.gridloom.organization.OutsideOrganizationChange;
import org.gridloom.organization.OutsideOrganizationDraft;
import org.gridloom.organization.OutsideOrganizationFilter;
import org.gridloom.organization.OutsideOrganizations;
import org.gridloom.organization.PartyImport;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageParams;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.rest.Versions;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.security.UnitScoped.In;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Organisations outside the party's tree. */
@Component(service = RestResource.class)
@Path("organization/outside-organizations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class OutsideOrganizationResource implements RestResource {

    private final OutsideOrganizations outside;
    private final PartyImport imports;

    @Activate
    public OutsideOrganizationResource(@Reference OutsideOrganizations outside, @Reference PartyImport imports) {
        this.outside = outside;
        this.imports = imports;
    }

    @GET
    @RequiresPermission(OUTSIDE_READ)
    @UnitScoped(in = In.QUERY, name = "unit")
    @Operation(summary = "List outside organisations / 外部单位列表")
    public Page<OutsideOrganization> list(
            @QueryParam("unit") String unit,
            @QueryParam("type") String type,
            @QueryParam("serving") String serving,
            @QueryParam("q") String text,
            @QueryParam("asOf") LocalDate asOf,
            @BeanParam PageParams page) {
        return outside.list(
                new OutsideOrganizationFilter(unit, type, serving, text, asOf), page.of(OutsideOrganizations.SORTABLE));
    }

    @POST
    @RequiresPermission(OUTSIDE_EDIT)
    @UnitScoped(in = In.BODY, name = "seat")
    @Operation(summary = "Register an outside organisation / 登记外部单位")
    @ApiResponse(
            responseCode = "201",
            description = "Created / 已新建",
            content = @Content(schema = @Schema(implementation = OutsideOrganization.class)))
    public Response create(OutsideOrganizationDraft body) {
        OutsideOrganization made = outside.create(body);
        return Versions.created("organization/outside-organizations/" + made.code(), made, made.version());
    }

    @GET
    @Path("{code}")
    @RequiresPermission(OUTSIDE_READ)
    @UnitScoped(in = In.RECORD, name = "code")
    @Operation(summary = "Read an outside organisation / 查看外部单位")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = OutsideOrganization.class)))
    public Response get(@PathParam("code") String code, @QueryParam("asOf") LocalDate asOf) {
        OutsideOrganization answer = outside.get(code, asOf);
        return Versions.ok(answer, answer.version());
    }

    @PATCH
    @Path("{code}")
    @RequiresPermission(OUTSIDE_EDIT)
    @UnitScoped(in = In.RECORD, name = "code")
    @Operation(summary = "Change an outside organisation from a day on / 自某日起变更外部单位")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = OutsideOrganization.class)))
    public Response change(
            @PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, OutsideOrganizationChange body) {
        OutsideOrganization answer = outside.change(code, body, Versions.required(ifMatch));
        return Versions.ok(answer, answer.version());
    }

    @POST
    @Path("{code}/close")
    @RequiresPermission(OUTSIDE_EDIT)
    @UnitScoped(in = In.RECORD, name = "code")
    @Operation(summary = "Close an outside organisation / 撤销外部单位")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = OutsideOrganization.class)))
    public Response close(
            @PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, OrganizationClosing body) {
        OutsideOrganization answer = outside.close(code, body, Versions.required(ifMatch));
        return Versions.ok(answer, answer.version());
    }

    @GET
    @Path("{code}/history")
    @RequiresPermission(OUTSIDE_READ)
    @UnitScoped(in = In.RECORD, name = "code")
    @Operation(summary = "Everything it ever was / 外部单位沿革")
    public List<OutsideOrganization> history(@PathParam("code") String code) {
        return outside.history(code);
    }

    @POST
    @Path("import")
    @Consumes({Tables.XLSX, Tables.CSV, MediaType.APPLICATION_OCTET_STREAM})
    @RequiresPermission(OUTSIDE_EDIT)
    @UnitScoped(in = In.RESULT)
    @Operation(
            summary =
                    "Import a list of outside organisations (xlsx or CSV), all or nothing / 导入外部单位(xlsx、CSV),全部成功或全不写入")
    public ImportReport load(
            @QueryParam("dryRun") boolean dryRun,
            @Schema(type = "string", example = "编码,名称,类型,所在单元编码,起始日期") InputStream table)
            throws IOException {
        return imports.outsideOrganizations(table, dryRun, Progress.NONE).orRefused();
    }
}
