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

/** The event log for people who read it in a spreadsheet. */
@Component(service = Sheet.class)
public final class EventSheet implements Sheet {

    private final EventLog log;

    @Activate
    public EventSheet(@Reference EventLog log) {
        this.log = log;
    }

    @Override
    public SheetDefinition definition() {
        return SheetDefinition.exported(
                "events.log",
                Text.of("事件", "Events"),
                Permissions.EVENTS_READ,
                Set.of("from", "to", "name", "aggregate", "unit"),
                List.of(
                        SheetColumn.code("position", Text.of("序列号", "Position")),
                        SheetColumn.text("at", Text.of("时间", "Time")),
                        SheetColumn.text("account", Text.of("账号", "Account")),
                        SheetColumn.text("name", Text.of("名称", "Name")),
                        SheetColumn.whole("version", Text.of("版本", "Version")),
                        SheetColumn.text("aggregate", Text.of("聚合", "Aggregate")),
                        SheetColumn.code("unit", Text.of("单元编码", "Unit")),
                        SheetColumn.text("payload", Text.of("内容", "Payload"))));
    }

    @Override
    public void export(SheetQuery query, SheetOutput out) {
        EventFilter filter = new EventFilter(
                query.date("from"), query.date("to"), query.text("name"), query.text("aggregate"), query.text("unit"));
        SheetPages.each(
                query,
                EventLog.SORTABLE,
                page -> log.list(filter, page),
                each -> out.row(
                        each.position(),
                        each.at(),
                        each.account(),
                        each.name(),
                        each.version(),
                        each.aggregate(),
                        each.unit(),
                        Values.words(each.payload())));
    }
}
