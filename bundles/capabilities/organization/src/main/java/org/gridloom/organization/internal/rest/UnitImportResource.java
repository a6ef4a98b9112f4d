package org.gridloom.organization.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.gridloom.organization.TerritoryPermissions;
import org.gridloom.organization.UnitImport;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.security.UnitScoped.In;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Import of units. */
@Component(service = RestResource.class)
@Path("organization/units")
@Produces(MediaType.APPLICATION_JSON)
public final class UnitImportResource implements RestResource {

    private final UnitImport imports;

    @Activate
    public UnitImportResource(@Reference UnitImport imports) {
        this.imports = imports;
    }

    @POST
    @Path("import")
    @Consumes({Tables.XLSX, Tables.CSV, MediaType.APPLICATION_OCTET_STREAM})
    @RequiresPermission(TerritoryPermissions.UNIT_EDIT)
    @UnitScoped(in = In.RESULT)
    @Operation(summary = "Import units (xlsx or CSV), all or nothing; a dry run lists every fault / 导入单元,预检列出全部错误")
    public ImportReport load(@QueryParam("dryRun") @DefaultValue("false") Boolean dryRun, InputStream body)
            throws IOException {
        return imports.importCsv(body, dryRun, Progress.NONE).orRefused();
    }
}
