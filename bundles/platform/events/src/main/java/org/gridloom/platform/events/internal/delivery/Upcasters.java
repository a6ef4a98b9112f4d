package org.gridloom.platform.events.internal.delivery;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gridloom.platform.event.Event;
import org.gridloom.platform.event.EventUpcaster;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Brings events into the newest form that is known here, step by step. */
@Component(service = Upcasters.class)
public final class Upcasters {

    private final List<EventUpcaster> known = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addUpcaster(EventUpcaster upcaster) {
        known.add(upcaster);
    }

    void removeUpcaster(EventUpcaster upcaster) {
        known.remove(upcaster);
    }

    Event newest(Event event) {
        for (EventUpcaster upcaster : known) {
            if (upcaster.fromVersion() == event.version() && upcaster.event().equals(event.name())) {
                return newest(next(event, upcaster.upcast(event.payload())));
            }
        }
        return event;
    }

    private static Event next(Event event, Map<String, Object> payload) {
        return new Event(
                event.position(),
                event.name(),
                event.version() + 1,
                event.aggregate(),
                event.unit(),
                event.at(),
                event.account(),
                payload);
    }
}
