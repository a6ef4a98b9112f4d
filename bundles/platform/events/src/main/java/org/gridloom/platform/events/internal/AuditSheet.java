package org.gridloom.platform.events.internal;

import java.util.List;
import java.util.Set;
import org.gridloom.platform.sheet.Sheet;
import org.gridloom.platform.sheet.SheetColumn;
import org.gridloom.platform.sheet.SheetDefinition;
import org.gridloom.platform.sheet.SheetOutput;
import org.gridloom.platform.sheet.SheetPages;
import org.gridloom.platform.sheet.SheetQuery;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The audit trail for people who read it in a spreadsheet; taking it away is an entry itself. Hashes are in the export of
 * lines.
 */
@Component(service = Sheet.class)
public final class AuditSheet implements Sheet {

    private final AuditTrail trail;
    private final AuditExport records;

    @Activate
    public AuditSheet(@Reference AuditTrail trail, @Reference AuditExport records) {
        this.trail = trail;
        this.records = records;
    }

    @Override
    public SheetDefinition definition() {
        return SheetDefinition.exported(
                "audit.entries",
                Text.of("审计记录", "Audit trail"),
                Permissions.AUDIT_READ,
                Set.of("from", "to", "account", "address", "action", "subject", "unit"),
                List.of(
                        SheetColumn.code("position", Text.of("序列号", "Position")),
                        SheetColumn.text("at", Text.of("时间", "Time")),
                        SheetColumn.text("account", Text.of("账号", "Account")),
                        SheetColumn.text("origin", Text.of("来源", "Origin")),
                        SheetColumn.text("requestId", Text.of("请求编号", "Request")),
                        SheetColumn.text("address", Text.of("来源地址", "Address")),
                        SheetColumn.text("action", Text.of("操作", "Action")),
                        SheetColumn.text("subject", Text.of("对象", "Subject")),
                        SheetColumn.code("unit", Text.of("单元编码", "Unit")),
                        SheetColumn.text("before", Text.of("变更前", "Before")),
                        SheetColumn.text("after", Text.of("变更后", "After")),
                        SheetColumn.text("reason", Text.of("原因", "Reason"))));
    }

    @Override
    public void export(SheetQuery query, SheetOutput out) {
        AuditFilter filter = filter(query);
        SheetPages.each(
                query,
                AuditTrail.SORTABLE,
                page -> trail.list(filter, page),
                each -> out.row(
                        each.position(),
                        each.at(),
                        each.account(),
                        each.origin(),
                        each.requestId(),
                        each.address(),
                        each.action(),
                        each.subject(),
                        each.unit(),
                        Values.words(each.before()),
                        Values.words(each.after()),
                        each.reason()));
    }

    @Override
    public void exporting(SheetQuery query) {
        records.record(filter(query));
    }

    private static AuditFilter filter(SheetQuery query) {
        return new AuditFilter(
                query.date("from"),
                query.date("to"),
                query.text("account"),
                query.text("address"),
                query.text("action"),
                query.text("subject"),
                query.text("unit"));
    }
}
