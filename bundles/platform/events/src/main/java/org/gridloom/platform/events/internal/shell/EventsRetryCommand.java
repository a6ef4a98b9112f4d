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
import org.gridloom.platform.events.internal.delivery.ParkedRetry;
import org.gridloom.platform.events.internal.delivery.RetriedEvents;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;

/** Tries an event again, or all that are parked. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "events",
        name = "retry",
        description = "立即重试失败的事件 / Tries an event again now, then what waits behind it; or all that are parked")
public class EventsRetryCommand extends GridloomCommand {

    @Reference
    private EventDelivery delivery;

    @Reference
    private ParkedRetry parked;

    @Argument(index = 0, name = "subscriber", description = "订阅者 / Name of the subscriber")
    @Completion(SubscriberCompleter.class)
    private String subscriber;

    @Argument(index = 1, name = "position", description = "事件序号 / Position of the event")
    private Long position;

    @Option(name = "--all", description = "重试全部已搁置的事件,可只限一个订阅者 / All parked events, of one subscriber if it is named")
    private boolean all;

    @Override
    protected void run() throws Exception {
        if (all == (position != null)) {
            throw Problem.invalid(
                    "position",
                    Text.of(
                            "请给出订阅者和事件序号,或用 --all(可加订阅者)",
                            "Give a subscriber and a position, or --all, with a subscriber or without"));
        }
        if (all) {
            retryAll();
        } else {
            delivery.retry(subscriber, position);
        }
    }

    private void retryAll() throws Exception {
        RetriedEvents retried = watched(progress -> parked.run(subscriber, progress));
        if (isPlain()) {
            out().println(retried.events());
        } else if (retried.finished()) {
            say(Text.of("正在重试 %d 个已搁置的事件", "Parked events that are tried again: %d", retried.events()));
        } else {
            say(Text.of(
                    "已中断:正在重试 %d 个已搁置的事件。再运行一次即继续",
                    "Interrupted: parked events that are tried again: %d. Run it again to go on", retried.events()));
        }
    }
}
