package org.gridloom.platform.settings.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.rest.Versions;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.security.UnitScoped.In;
import org.gridloom.platform.settings.internal.ModuleView;
import org.gridloom.platform.settings.internal.Permissions;
import org.gridloom.platform.settings.internal.SettingsEditing;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Settings of modules. */
@Component(service = RestResource.class)
@Path("settings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SettingsResource implements RestResource {

    private final SettingsEditing editing;

    @Activate
    public SettingsResource(@Reference SettingsEditing editing) {
        this.editing = editing;
    }

    @GET
    @RequiresPermission(Permissions.VIEW)
    @UnitScoped(in = In.RESULT)
    @Operation(summary = "Modules with their settings / 各模块的配置")
    public List<ModuleView> modules() {
        return editing.modules();
    }

    @GET
    @Path("{module}")
    @RequiresPermission(Permissions.VIEW)
    @UnitScoped(in = In.RESULT)
    @Operation(summary = "Settings of a module / 查看模块的配置")
    @ApiResponse(
            responseCode = "200",
            description = "The settings / 配置",
            content = @Content(schema = @Schema(implementation = ModuleView.class)))
    public Response module(@PathParam("module") String module) {
        return answer(editing.module(module));
    }

    /** The permission to change depends on the module: the service asks for it. */
    @PATCH
    @Path("{module}")
    @RequiresPermission(Permissions.VIEW)
    @UnitScoped(in = In.DISTRICT)
    @Operation(summary = "Change settings of a module, all or none / 修改模块的配置,全部生效或全部不生效")
    @ApiResponse(
            responseCode = "200",
            description = "What holds now / 现行配置",
            content = @Content(schema = @Schema(implementation = ModuleView.class)))
    public Response change(
            @PathParam("module") String module, @HeaderParam("If-Match") String ifMatch, SettingsChange body) {
        SettingsChange change = body == null ? new SettingsChange(Map.of(), null) : body;
        long version = Versions.required(ifMatch);
        return answer(editing.change(module, JsonValues.read(change.values()), change.document(), version));
    }

    private static Response answer(ModuleView view) {
        return Response.ok(view).tag(Versions.tag(view.version())).build();
    }
}
