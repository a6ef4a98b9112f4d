package org.gridloom.platform.events.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.LocalDate;
import java.util.List;
import org.gridloom.platform.events.internal.AuditExport;
import org.gridloom.platform.events.internal.AuditFilter;
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
    public Page<AuditRecord> list(
            @Parameter(description = "First day / 起始日") @QueryParam("from") LocalDate from,
            @Parameter(description = "Last day / 截止日") @QueryParam("to") LocalDate to,
            @Parameter(description = "Account / 账号") @QueryParam("account") String account,
            @Parameter(description = "Address that the call came from / 来源地址") @QueryParam("address") String address,
            @Parameter(description = "Action; with a dot at its end all that begin so / 操作,以点结尾则按前缀")
                    @QueryParam("action")
                    String action,
            @Parameter(description = "Kind and id, as in unit/210102021 / 对象") @QueryParam("subject") String subject,
            @Parameter(description = "Unit and all below it / 单位及其下级") @QueryParam("unit") String unit,
            @BeanParam PageParams page) {
        return trail.list(
                new AuditFilter(from, to, account, address, action, subject, unit), page.of(AuditTrail.SORTABLE));
    }

    @GET
    @Path("export")
    @Produces("application/jsonl")
    @RequiresPermission(Permissions.AUDIT_READ)
    @UnitScoped(in = UnitScoped.In.QUERY, name = "unit")
    @Operation(
            summary =
                    "Audit entries as lines of JSON with their hashes, oldest first; audited itself / 导出审计记录(每行一个 JSON,含哈希),导出本身计入审计")
    public Response export(
            @Parameter(description = "First day / 起始日") @QueryParam("from") LocalDate from,
            @Parameter(description = "Last day / 截止日") @QueryParam("to") LocalDate to,
            @Parameter(description = "Account / 账号") @QueryParam("account") String account,
            @Parameter(description = "Address that the call came from / 来源地址") @QueryParam("address") String address,
            @Parameter(description = "Action; with a dot at its end all that begin so / 操作,以点结尾则按前缀")
                    @QueryParam("action")
                    String action,
            @Parameter(description = "Kind and id / 对象") @QueryParam("subject") String subject,
            @Parameter(description = "Unit and all below it / 单位及其下级") @QueryParam("unit") String unit) {
        StreamingOutput lines =
                export.export(new AuditFilter(from, to, account, address, action, subject, unit))::writeTo;
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
