package org.gridloom.platform.events.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.events.internal.delivery.EventDelivery;
import org.gridloom.platform.text.Text;

/** Lists subscribers. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "events", name = "subscribers", description = "订阅者及其进度 / Lists subscribers and how far they are")
public class EventsSubscribersCommand extends GridloomCommand {

    @Reference
    private EventDelivery delivery;

    @Override
    protected void run() {
        ShellTable table = table(
                Text.of("订阅者", "Subscriber"),
                Text.of("本节点", "Here"),
                Text.of("序号", "Position"),
                Text.of("待投递", "Waiting"),
                Text.of("重试中", "Retried"),
                Text.of("已搁置", "Parked"),
                Text.of("被阻", "Held back"),
                Text.of("最近错误", "Last error"));
        delivery.subscribers()
                .forEach(it -> table.row(
                        it.name(),
                        it.here() ? Text.of("是", "yes") : Text.of("否", "no"),
                        it.position(),
                        it.waiting(),
                        it.retried(),
                        it.parked(),
                        it.heldBack(),
                        it.error()));
        table.print(out());
    }
}
