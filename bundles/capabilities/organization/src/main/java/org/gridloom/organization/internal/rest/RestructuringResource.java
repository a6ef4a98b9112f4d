package org.gridloom.organization.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.gridloom.organization.Restructured;
import org.gridloom.organization.Restructuring;
import org.gridloom.organization.TerritoryPermissions;
import org.gridloom.organization.UnitClose;
import org.gridloom.organization.UnitMerge;
import org.gridloom.organization.UnitMove;
import org.gridloom.organization.UnitSplit;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.rest.Versions;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.security.UnitScoped.In;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Changes of the territory's structure; with {@code dryRun=true} only what would follow. */
@Component(service = RestResource.class)
@Path("organization/units")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RestructuringResource implements RestResource {

    private final Restructuring restructuring;

    @Activate
    public RestructuringResource(@Reference Restructuring restructuring) {
        this.restructuring = restructuring;
    }

    @POST
    @Path("{code}/move")
    @RequiresPermission(TerritoryPermissions.UNIT_RESTRUCTURE)
    @UnitScoped(in = In.PATH, name = "code")
    @Operation(summary = "Move a unit below another parent / 迁移单元")
    public Restructured move(
            @PathParam("code") String code,
            @QueryParam("dryRun") @DefaultValue("false") Boolean dryRun,
            @HeaderParam("If-Match") String ifMatch,
            UnitMove body) {
        return restructuring.move(code, body, Versions.required(ifMatch), dryRun);
    }

    @POST
    @Path("{code}/merge")
    @RequiresPermission(TerritoryPermissions.UNIT_RESTRUCTURE)
    @UnitScoped(in = In.PATH, name = "code")
    @Operation(summary = "Merge units into a new one / 合并单元")
    public Restructured merge(
            @PathParam("code") String code,
            @QueryParam("dryRun") @DefaultValue("false") Boolean dryRun,
            @HeaderParam("If-Match") String ifMatch,
            UnitMerge body) {
        return restructuring.merge(code, body, Versions.required(ifMatch), dryRun);
    }

    @POST
    @Path("{code}/split")
    @RequiresPermission(TerritoryPermissions.UNIT_RESTRUCTURE)
    @UnitScoped(in = In.PATH, name = "code")
    @Operation(summary = "Split a unit into several / 拆分单元")
    public Restructured split(
            @PathParam("code") String code,
            @QueryParam("dryRun") @DefaultValue("false") Boolean dryRun,
            @HeaderParam("If-Match") String ifMatch,
            UnitSplit body) {
        return restructuring.split(code, body, Versions.required(ifMatch), dryRun);
    }

    @POST
    @Path("{code}/close")
    @RequiresPermission(TerritoryPermissions.UNIT_RESTRUCTURE)
    @UnitScoped(in = In.PATH, name = "code")
    @Operation(summary = "Close a unit / 撤销单元")
    public Restructured close(
            @PathParam("code") String code,
            @QueryParam("dryRun") @DefaultValue("false") Boolean dryRun,
            @HeaderParam("If-Match") String ifMatch,
            UnitClose body) {
        return restructuring.close(code, body, Versions.required(ifMatch), dryRun);
    }
}
