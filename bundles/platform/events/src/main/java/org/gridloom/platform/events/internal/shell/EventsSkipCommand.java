package org.gridloom.platform.events.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.events.internal.delivery.EventDelivery;

/** Leaves an event out. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "events",
        name = "skip",
        description = "跳过失败的事件 / Leaves an event out for a subscriber, for good; what waits behind it comes next")
public class EventsSkipCommand extends GridloomCommand {

    @Reference
    private EventDelivery delivery;

    @Argument(index = 0, name = "subscriber", required = true, description = "订阅者 / Name of the subscriber")
    @Completion(SubscriberCompleter.class)
    private String subscriber;

    @Argument(index = 1, name = "position", required = true, description = "事件序号 / Position of the event")
    private long position;

    @Option(name = "--reason", required = true, description = "原因,记入审计 / Why, for the audit trail")
    private String reason;

    @Override
    protected void run() {
        delivery.skip(subscriber, position, reason);
    }
}
