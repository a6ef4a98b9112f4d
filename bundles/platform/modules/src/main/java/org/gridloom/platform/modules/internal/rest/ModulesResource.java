package org.gridloom.platform.modules.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import org.gridloom.platform.files.TemporaryFiles;
import org.gridloom.platform.modules.internal.ModuleOverview;
import org.gridloom.platform.modules.internal.Modules;
import org.gridloom.platform.modules.internal.Modules.Offered;
import org.gridloom.platform.modules.internal.Permissions;
import org.gridloom.platform.modules.internal.change.Outcome;
import org.gridloom.platform.modules.internal.plan.Action;
import org.gridloom.platform.modules.internal.plan.Plan;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.security.UnitScoped.In;
import org.gridloom.platform.validation.Checks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The modules of this node. */
@Component(service = RestResource.class)
@Path("modules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ModulesResource implements RestResource {

    private static final String EXAMPLE = "snow-clearing";

    private final Modules modules;
    private final TemporaryFiles temporary;
    private final Checks checks;

    @Activate
    public ModulesResource(@Reference Modules modules, @Reference TemporaryFiles temporary, @Reference Checks checks) {
        this.modules = modules;
        this.temporary = temporary;
        this.checks = checks;
    }

    @GET
    @RequiresPermission(Permissions.VIEW)
    @UnitScoped(in = In.DISTRICT)
    @Operation(summary = "Modules, features and bundles, their versions and problems / 模块、功能及其版本与问题")
    public ModuleOverview overview() {
        return modules.overview();
    }

    @POST
    @Path("{feature}/plan")
    @RequiresPermission(Permissions.VIEW)
    @UnitScoped(in = In.DISTRICT)
    @Operation(summary = "What a change would do, and what speaks against it; nothing is done / 变更计划,不执行")
    public Plan plan(@Parameter(example = EXAMPLE) @PathParam("feature") String feature, PlanRequest body)
            throws IOException {
        PlanRequest request = checks.valid(body);
        return modules.plan(request.action(), feature, request.version());
    }

    @POST
    @Path("{feature}/install")
    @RequiresPermission(Permissions.MANAGE)
    @UnitScoped(in = In.DISTRICT)
    @Operation(summary = "Install a module, while all runs / 安装模块")
    public Outcome install(@Parameter(example = EXAMPLE) @PathParam("feature") String feature, ChangeRequest body)
            throws IOException {
        return change(Action.INSTALL, feature, body);
    }

    @POST
    @Path("{feature}/update")
    @RequiresPermission(Permissions.MANAGE)
    @UnitScoped(in = In.DISTRICT)
    @Operation(summary = "Update a module in place / 更新模块")
    public Outcome update(@Parameter(example = EXAMPLE) @PathParam("feature") String feature, ChangeRequest body)
            throws IOException {
        return change(Action.UPDATE, feature, body);
    }

    @POST
    @Path("{feature}/rollback")
    @RequiresPermission(Permissions.MANAGE)
    @UnitScoped(in = In.DISTRICT)
    @Operation(summary = "Go back to the version before / 回退到前一版本")
    public Outcome rollback(@Parameter(example = EXAMPLE) @PathParam("feature") String feature, ChangeRequest body)
            throws IOException {
        return change(Action.ROLLBACK, feature, body);
    }

    @POST
    @Path("{feature}/uninstall")
    @RequiresPermission(Permissions.MANAGE)
    @UnitScoped(in = In.DISTRICT)
    @Operation(summary = "Uninstall a module; its data stay / 卸载模块,数据保留")
    public Outcome uninstall(@Parameter(example = EXAMPLE) @PathParam("feature") String feature, ChangeRequest body)
            throws IOException {
        return change(Action.UNINSTALL, feature, body);
    }

    @POST
    @Path("files")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @RequiresPermission(Permissions.MANAGE)
    @UnitScoped(in = In.DISTRICT)
    @Operation(summary = "Send a KAR or bundle that a trusted signer signed; install it afterwards / 上传已由受信任者签名的模块文件")
    @ApiResponse(
            responseCode = "201",
            description = "It can be installed now / 现在可以安装",
            content = @Content(schema = @Schema(implementation = Offered.class)))
    public Response send(@Schema(type = "string", example = "KAR") InputStream body) throws IOException {
        java.nio.file.Path file = temporary.create("module");
        try {
            Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
            return Response.status(Response.Status.CREATED)
                    .entity(modules.offer(file))
                    .build();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private Outcome change(Action action, String feature, ChangeRequest body) throws IOException {
        ChangeRequest request = ChangeRequest.of(body);
        return modules.change(action, feature, request.version(), request.forced());
    }
}
