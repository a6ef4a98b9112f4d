package org.gridloom.platform.events.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.gridloom.platform.events.internal.AuditExport;
import org.gridloom.platform.events.internal.AuditRecord;
import org.gridloom.platform.events.internal.AuditTrail;
import org.gridloom.platform.events.internal.Permissions;
import org.gridloom.platform.events.internal.chain.ChainReport;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageParams;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The audit trail. */
@Component(service = RestResource.class)
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditResource implements RestResource {

    private final AuditTrail trail;
    private final AuditExport export;

    @Activate
    public AuditResource(@Reference AuditTrail trail, @Reference AuditExport export) {
        this.trail = trail;
        this.export = export;
    }

    @GET
    @RequiresPermission(Permissions.AUDIT_READ)
    @UnitScoped(in = UnitScoped.In.QUERY, name = "unit")
    @Operation(summary = "Audit entries, newest first / 审计记录")
    public Page<AuditRecord> list(@BeanParam AuditParams filter, @BeanParam PageParams page) {
        return trail.list(filter.of(), page.of(AuditTrail.SORTABLE));
    }

    @GET
    @Path("export")
    @Produces("application/jsonl")
    @RequiresPermission(Permissions.AUDIT_READ)
    @UnitScoped(in = UnitScoped.In.QUERY, name = "unit")
    @Operation(
            summary =
                    "Audit entries as lines of JSON with their hashes, oldest first; audited itself / 导出审计记录(每行一个 JSON,含哈希),导出本身计入审计")
    public Response export(@BeanParam AuditParams filter) {
        StreamingOutput lines = export.export(filter.of())::writeTo;
        return Response.ok(lines)
                .header("Content-Disposition", "attachment; filename=\"audit.jsonl\"")
                .build();
    }

    @GET
    @Path("verify")
    @RequiresPermission(Permissions.AUDIT_VERIFY)
    @UnitScoped(in = UnitScoped.In.DISTRICT)
    @Operation(summary = "Verify that nothing was changed, deleted or reordered / 校验审计记录未被篡改")
    public List<ChainReport> verify() {
        return trail.verify();
    }
}
