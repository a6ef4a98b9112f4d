package org.gridloom.platform.events.internal.delivery;

import java.util.List;
import java.util.Set;
import org.gridloom.platform.events.internal.Permissions;
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

/** Events that subscribers failed at. */
@Component(service = Sheet.class)
public final class FailedEventSheet implements Sheet {

    private final EventDelivery delivery;

    @Activate
    public FailedEventSheet(@Reference EventDelivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public SheetDefinition definition() {
        return SheetDefinition.exported(
                "events.parked",
                Text.of("处理失败的事件", "Events that failed"),
                Permissions.EVENTS_MANAGE,
                Set.of("subscriber"),
                List.of(
                        SheetColumn.text("subscriber", Text.of("订阅者", "Subscriber")),
                        SheetColumn.code("position", Text.of("序列号", "Position")),
                        SheetColumn.text("name", Text.of("名称", "Name")),
                        SheetColumn.text("aggregate", Text.of("聚合", "Aggregate")),
                        SheetColumn.code("unit", Text.of("单元编码", "Unit")),
                        SheetColumn.text("at", Text.of("时间", "Time")),
                        SheetColumn.whole("attempts", Text.of("次数", "Attempts")),
                        SheetColumn.text("parked", Text.of("已搁置", "Parked")),
                        SheetColumn.text("nextAttemptAt", Text.of("下次重试", "Next attempt")),
                        SheetColumn.text("failedAt", Text.of("失败时间", "Failed")),
                        SheetColumn.text("error", Text.of("错误", "Error")),
                        SheetColumn.whole("heldBack", Text.of("受阻事件数", "Held back"))));
    }

    @Override
    public void export(SheetQuery query, SheetOutput out) {
        SheetPages.each(
                query,
                Set.of(),
                page -> delivery.failed(query.text("subscriber"), page),
                each -> out.row(
                        each.subscriber(),
                        each.position(),
                        each.name(),
                        each.aggregate(),
                        each.unit(),
                        each.at(),
                        each.attempts(),
                        each.parked(),
                        each.nextAttemptAt(),
                        each.failedAt(),
                        each.error(),
                        each.heldBack()));
    }
}
