package org.gridloom.platform.events.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.events.internal.delivery.EventDelivery;

/** Tries an event again. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "events",
        name = "retry",
        description = "立即重试失败的事件 / Tries an event again now, then what waits behind it")
public class EventsRetryCommand extends GridloomCommand {

    @Reference
    private EventDelivery delivery;

    @Argument(index = 0, name = "subscriber", required = true, description = "订阅者 / Name of the subscriber")
    @Completion(SubscriberCompleter.class)
    private String subscriber;

    @Argument(index = 1, name = "position", required = true, description = "事件序号 / Position of the event")
    private long position;

    @Override
    protected void run() {
        delivery.retry(subscriber, position);
    }
}
