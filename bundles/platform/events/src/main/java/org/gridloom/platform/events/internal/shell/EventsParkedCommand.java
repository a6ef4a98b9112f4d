package org.gridloom.platform.events.internal.shell;

import java.time.Clock;
import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.PagedCommand;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.events.internal.delivery.EventDelivery;
import org.gridloom.platform.events.internal.delivery.FailedEvent;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.text.Text;

/** Lists events that subscribers failed at. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "events",
        name = "parked",
        description = "处理失败的事件 / Lists events that subscribers failed at, parked or tried again by themselves")
public class EventsParkedCommand extends PagedCommand {

    @Reference
    private EventDelivery delivery;

    @Reference
    private Clock clock;

    @Argument(index = 0, name = "subscriber", description = "订阅者 / Name of a subscriber")
    @Completion(SubscriberCompleter.class)
    private String subscriber;

    @Override
    protected void run() {
        Page<FailedEvent> page = delivery.failed(subscriber, pageQuery(Set.of()));
        ShellTable table = table(
                Text.of("订阅者", "Subscriber"),
                Text.of("序号", "Position"),
                Text.of("名称", "Name"),
                Text.of("聚合", "Aggregate"),
                Text.of("次数", "Attempts"),
                Text.of("下次重试", "Next attempt"),
                Text.of("其后被阻", "Held back"),
                Text.of("错误", "Error"));
        page.items()
                .forEach(it -> table.row(
                        it.subscriber(),
                        it.position(),
                        it.name(),
                        it.aggregate(),
                        it.attempts(),
                        it.parked() ? Text.of("已搁置", "parked") : Shown.time(it.nextAttemptAt(), clock),
                        it.heldBack(),
                        it.error()));
        print(table, page);
    }
}
