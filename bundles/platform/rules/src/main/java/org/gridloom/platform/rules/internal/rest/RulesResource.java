package org.gridloom.platform.rules.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.rest.Versions;
import org.gridloom.platform.rule.RuleVersion;
import org.gridloom.platform.rules.internal.Permissions;
import org.gridloom.platform.rules.internal.RuleDraft;
import org.gridloom.platform.rules.internal.RuleEditing;
import org.gridloom.platform.rules.internal.RuleSetView;
import org.gridloom.platform.rules.internal.RuleSheets;
import org.gridloom.platform.rules.internal.domain.RuleTable;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.security.UnitScoped.In;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rule sets and their versions. */
@Component(service = RestResource.class)
@Path("rules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RulesResource implements RestResource {

    private final RuleEditing editing;
    private final RuleSheets tables;

    @Activate
    public RulesResource(@Reference RuleEditing editing, @Reference RuleSheets tables) {
        this.editing = editing;
        this.tables = tables;
    }

    @GET
    @RequiresPermission(Permissions.RULES_READ)
    @UnitScoped(in = In.RESULT)
    @Operation(summary = "Rule sets with what is in force today / 规则集列表")
    public List<RuleSetView> sets() {
        return editing.sets();
    }

    @GET
    @Path("{set}")
    @RequiresPermission(Permissions.RULES_READ)
    @UnitScoped(in = In.RESULT)
    @Operation(summary = "A rule set / 查看规则集")
    public RuleSetView set(@PathParam("set") String set) {
        return editing.set(set);
    }

    @GET
    @Path("{set}/in-force")
    @RequiresPermission(Permissions.RULES_READ)
    @UnitScoped(in = In.RESULT)
    @Operation(summary = "The version in force on a day / 某日有效的版本")
    public RuleVersion at(
            @PathParam("set") String set,
            @Parameter(description = "Today if absent / 缺省为今天") @QueryParam("on") LocalDate on) {
        return editing.at(set, on);
    }

    @GET
    @Path("{set}/versions")
    @RequiresPermission(Permissions.RULES_READ)
    @UnitScoped(in = In.RESULT)
    @Operation(summary = "Versions of a set, drafts among them / 版本历史")
    public List<RuleVersion> versions(@PathParam("set") String set) {
        return editing.history(set);
    }

    @POST
    @Path("{set}/versions")
    @RequiresPermission(Permissions.RULES_EDIT)
    @UnitScoped(in = In.DISTRICT)
    @Operation(summary = "Draft a version / 起草新版本")
    @ApiResponse(
            responseCode = "201",
            description = "Created / 已创建",
            content = @Content(schema = @Schema(implementation = RuleVersion.class)))
    public Response draft(@PathParam("set") String set, RuleDraft body) {
        return created(editing.draft(set, body));
    }

    @POST
    @Path("{set}/import")
    @Consumes({"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "text/csv"})
    @RequiresPermission(Permissions.RULES_EDIT)
    @UnitScoped(in = In.DISTRICT)
    @Operation(summary = "Draft a version from a file (xlsx or CSV), all or nothing / 由文件起草新版本")
    @ApiResponse(
            responseCode = "201",
            description = "Created / 已创建",
            content = @Content(schema = @Schema(implementation = RuleVersion.class)))
    public Response load(
            @PathParam("set") String set,
            @QueryParam("validFrom") LocalDate validFrom,
            @Parameter(description = "Numbers of the documents cited / 依据文号") @QueryParam("document")
                    List<String> documents,
            @Schema(type = "string", example = "种类,时限") InputStream body)
            throws IOException {
        return created(tables.draft(set, body, validFrom, documents));
    }

    @GET
    @Path("versions/{id}")
    @RequiresPermission(Permissions.RULES_READ)
    @UnitScoped(in = In.RESULT)
    @Operation(summary = "A version / 查看版本")
    @ApiResponse(
            responseCode = "200",
            description = "The version / 版本",
            content = @Content(schema = @Schema(implementation = RuleVersion.class)))
    public Response version(@PathParam("id") long id) {
        return answer(editing.version(id));
    }

    @GET
    @Path("versions/{id}/changes")
    @RequiresPermission(Permissions.RULES_READ)
    @UnitScoped(in = In.RESULT)
    @Operation(summary = "What differs from another version / 版本比较")
    public List<RuleTable.Change> changes(@PathParam("id") long id, @QueryParam("from") long from) {
        return editing.changes(id, from);
    }

    @PUT
    @Path("versions/{id}")
    @RequiresPermission(Permissions.RULES_EDIT)
    @UnitScoped(in = In.DISTRICT)
    @Operation(summary = "Change a draft / 修改草稿")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = RuleVersion.class)))
    public Response change(@PathParam("id") long id, @HeaderParam("If-Match") String ifMatch, RuleDraft body) {
        return answer(editing.change(id, body, Versions.required(ifMatch)));
    }

    @DELETE
    @Path("versions/{id}")
    @RequiresPermission(Permissions.RULES_EDIT)
    @UnitScoped(in = In.DISTRICT)
    @Operation(summary = "Throw a draft away / 删除草稿")
    public void discard(@PathParam("id") long id, @HeaderParam("If-Match") String ifMatch) {
        editing.discard(id, Versions.required(ifMatch));
    }

    @POST
    @Path("versions/{id}/publish")
    @RequiresPermission(Permissions.RULES_EDIT)
    @UnitScoped(in = In.DISTRICT)
    @Operation(summary = "Publish a draft / 发布")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = RuleVersion.class)))
    public Response publish(@PathParam("id") long id, @HeaderParam("If-Match") String ifMatch) {
        return answer(editing.publish(id, Versions.required(ifMatch)));
    }

    @POST
    @Path("versions/{id}/withdraw")
    @RequiresPermission(Permissions.RULES_EDIT)
    @UnitScoped(in = In.DISTRICT)
    @Operation(summary = "Take back a version that is still to come into force / 撤回尚未施行的版本")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = RuleVersion.class)))
    public Response withdraw(@PathParam("id") long id, @HeaderParam("If-Match") String ifMatch, WithdrawalReason body) {
        return answer(editing.withdraw(id, body == null ? null : body.reason(), Versions.required(ifMatch)));
    }

    private static Response answer(RuleVersion version) {
        return Response.ok(version).tag(Versions.tag(version.version())).build();
    }

    private static Response created(RuleVersion version) {
        return Response.created(URI.create("rules/versions/" + version.id()))
                .entity(version)
                .tag(Versions.tag(version.version()))
                .build();
    }
}
