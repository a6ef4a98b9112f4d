package org.gridloom.organization.internal.rest;

import static org.gridloom.organization.PartyPermissions.PARTY_EDIT;
import static org.gridloom.organization.PartyPermissions.PARTY_READ;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import org.gridloom.organization.PartyImport;
import org.gridloom.organization.PartyNode;
import org.gridloom.organization.PartyOrganization;
import org.gridloom.organization.PartyOrganizationChange;
import org.gridloom.organization.PartyOrganizationDraft;
import org.gridloom.organization.PartyOrganizationFilter;
import org.gridloom.organization.PartyOrganizations;
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

/** Party organisations and their tree. */
@Component(service = RestResource.class)
@Path("organization/party-organizations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PartyOrganizationResource implements RestResource {

    private final PartyOrganizations party;
    private final PartyImport imports;

    @Activate
    public PartyOrganizationResource(@Reference PartyOrganizations party, @Reference PartyImport imports) {
        this.party = party;
        this.imports = imports;
    }

    @GET
    @RequiresPermission(PARTY_READ)
    @UnitScoped(in = In.QUERY, name = "unit")
    @Operation(summary = "List party organisations / 党组织列表")
    public Page<PartyOrganization> list(
            @QueryParam("unit") String unit,
            @QueryParam("level") String level,
            @QueryParam("type") String type,
            @QueryParam("covering") String covering,
            @QueryParam("q") String text,
            @QueryParam("asOf") LocalDate asOf,
            @BeanParam PageParams page) {
        return party.list(
                new PartyOrganizationFilter(unit, level, type, covering, text, asOf),
                page.of(PartyOrganizations.SORTABLE));
    }

    @POST
    @RequiresPermission(PARTY_EDIT)
    @UnitScoped(in = In.BODY, name = "seat")
    @Operation(summary = "Found a party organisation / 新建党组织")
    @ApiResponse(
            responseCode = "201",
            description = "Created / 已新建",
            content = @Content(schema = @Schema(implementation = PartyOrganization.class)))
    public Response create(PartyOrganizationDraft body) {
        PartyOrganization made = party.create(body);
        return Versions.created("organization/party-organizations/" + made.code(), made, made.version());
    }

    @GET
    @Path("tree")
    @RequiresPermission(PARTY_READ)
    @UnitScoped(in = In.RESULT)
    @Operation(summary = "Tree of party organisations, parents before children / 党组织树")
    public List<PartyNode> tree(
            @Parameter(description = "Code of the topmost; all if absent / 顶层编码,缺省为全部") @QueryParam("root") String root,
            @QueryParam("depth") @DefaultValue("2") int depth,
            @QueryParam("asOf") LocalDate asOf) {
        return party.tree(root, depth, asOf);
    }

    @GET
    @Path("{code}")
    @RequiresPermission(PARTY_READ)
    @UnitScoped(in = In.RECORD, name = "code")
    @Operation(summary = "Read a party organisation / 查看党组织")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = PartyOrganization.class)))
    public Response get(@PathParam("code") String code, @QueryParam("asOf") LocalDate asOf) {
        PartyOrganization answer = party.get(code, asOf);
        return Versions.ok(answer, answer.version());
    }

    @PATCH
    @Path("{code}")
    @RequiresPermission(PARTY_EDIT)
    @UnitScoped(in = In.RECORD, name = "code")
    @Operation(summary = "Change a party organisation from a day on / 自某日起变更党组织")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = PartyOrganization.class)))
    public Response change(
            @PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, PartyOrganizationChange body) {
        PartyOrganization answer = party.change(code, body, Versions.required(ifMatch));
        return Versions.ok(answer, answer.version());
    }

    @POST
    @Path("{code}/close")
    @RequiresPermission(PARTY_EDIT)
    @UnitScoped(in = In.RECORD, name = "code")
    @Operation(summary = "Close a party organisation / 撤销党组织")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = PartyOrganization.class)))
    public Response close(
            @PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, OrganizationClosing body) {
        PartyOrganization answer = party.close(code, body, Versions.required(ifMatch));
        return Versions.ok(answer, answer.version());
    }

    @GET
    @Path("{code}/history")
    @RequiresPermission(PARTY_READ)
    @UnitScoped(in = In.RECORD, name = "code")
    @Operation(summary = "Everything it ever was / 党组织沿革")
    public List<PartyOrganization> history(@PathParam("code") String code) {
        return party.history(code);
    }

    @GET
    @Path("{code}/ancestors")
    @RequiresPermission(PARTY_READ)
    @UnitScoped(in = In.RECORD, name = "code")
    @Operation(summary = "Organisations above it / 上级党组织")
    public List<PartyOrganization> ancestors(@PathParam("code") String code, @QueryParam("asOf") LocalDate asOf) {
        return party.ancestors(code, asOf);
    }

    @POST
    @Path("import")
    @Consumes({Tables.XLSX, Tables.CSV, MediaType.APPLICATION_OCTET_STREAM})
    @RequiresPermission(PARTY_EDIT)
    @UnitScoped(in = In.RESULT)
    @Operation(
            summary = "Import a list of party organisations (xlsx or CSV), all or nothing / 导入党组织(xlsx、CSV),全部成功或全不写入")
    public ImportReport load(
            @QueryParam("dryRun") boolean dryRun,
            @Schema(type = "string", example = "编码,名称,层级,类型,上级编码,所在单元编码,起始日期") InputStream table)
            throws IOException {
        return imports.partyOrganizations(table, dryRun, Progress.NONE).orRefused();
    }
}
