package org.gridloom.platform.events.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.ValueCompleter;
import org.gridloom.platform.events.internal.delivery.EventDelivery;
import org.gridloom.platform.events.internal.delivery.SubscriberStanding;

/** Names of subscribers. */
@Service
public class SubscriberCompleter extends ValueCompleter {

    @Reference
    private EventDelivery delivery;

    @Override
    protected List<String> values(String prefix) {
        return delivery.subscribers().stream()
                .map(SubscriberStanding::name)
                .filter(name -> name.startsWith(prefix))
                .toList();
    }
}
