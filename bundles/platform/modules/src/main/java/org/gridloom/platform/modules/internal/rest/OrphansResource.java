package org.gridloom.platform.modules.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.gridloom.platform.modules.internal.Permissions;
import org.gridloom.platform.modules.internal.data.OrphanedModule;
import org.gridloom.platform.modules.internal.data.Orphans;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.security.UnitScoped.In;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Data that modules left behind. */
@Component(service = RestResource.class)
@Path("orphans")
@Produces(MediaType.APPLICATION_JSON)
public final class OrphansResource implements RestResource {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Orphans orphans;

    @Activate
    public OrphansResource(@Reference Orphans orphans) {
        this.orphans = orphans;
    }

    @GET
    @RequiresPermission(Permissions.VIEW)
    @UnitScoped(in = In.DISTRICT)
    @Operation(summary = "Modules that were uninstalled and whose data stayed / 已卸载模块遗留的数据")
    public List<OrphanedModule> list() {
        return orphans.all();
    }

    @GET
    @Path("{module}")
    @Produces(XLSX)
    @RequiresPermission(Permissions.ORPHANS)
    @UnitScoped(in = In.DISTRICT)
    @Operation(summary = "All tables of such a module as a workbook, a sheet each / 导出遗留数据")
    public Response export(@Parameter(example = "org.gridloom.training") @PathParam("module") String module) {
        orphans.require(module);
        StreamingOutput workbook = out -> orphans.export(module, out);
        return Response.ok(workbook, XLSX)
                .header("Content-Disposition", "attachment; filename=\"orphans.xlsx\"")
                .build();
    }
}
