package com.example.snow.internal;

import com.example.snow.CallOut;
import com.example.snow.internal.store.CallOutStore;
import java.time.LocalDate;
import java.util.Set;
import org.gridloom.platform.event.Event;
import org.gridloom.platform.event.EventSubscriber;
import org.gridloom.platform.tx.Tx;
import org.gridloom.platform.unit.UnitDirectory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Lets ordered call-outs follow their unit: to the one that it became; after a split to the one above; cancelled where it was closed.
 * What is done keeps the code under which it was written.
 *
 * <p>Events come from the first that ever was, so that a module that comes late, or comes again, is given all of them. An old one
 * may meet a younger record: so units are looked at as they are today, and a call-out whose unit is there stays.
 */
@Component
public final class UnitChanges implements EventSubscriber {

    private static final Set<String> EVENTS = Set.of(
            "organization.unit.moved",
            "organization.unit.merged",
            "organization.unit.split",
            "organization.unit.closed");

    private final Desk desk;
    private final DefaultCallOuts callOuts;

    @Activate
    public UnitChanges(@Reference Desk desk, @Reference DefaultCallOuts callOuts) {
        this.desk = desk;
        this.callOuts = callOuts;
    }

    @Override
    public String name() {
        return "com.example.snow.unit-changes";
    }

    @Override
    public Set<String> events() {
        return EVENTS;
    }

    @Override
    public void on(Tx tx, Event event) {
        if (event.version() != 1) {
            throw new IllegalStateException("Version " + event.version() + " of " + event.name() + " is not known");
        }
        LocalDate date = LocalDate.parse((String) event.payload().get("date"));
        LocalDate asOf = date.isAfter(desk.today()) ? date : desk.today();
        for (CallOut callOut : new CallOutStore(tx.em()).orderedFrom(date)) {
            if (desk.units().find(callOut.unit(), asOf).isEmpty()) {
                callOuts.follow(tx, callOut.number(), successor(callOut.unit(), asOf));
            }
        }
    }

    /** Null where there is none. */
    private String successor(String code, LocalDate date) {
        UnitDirectory units = desk.units();
        Set<String> successors = units.successors(code, date);
        if (successors.size() == 1) {
            return successors.iterator().next();
        }
        return successors.isEmpty()
                ? null
                : units.resolve(Set.of(code), date).values().stream()
                        .findFirst()
                        .map(unit -> unit.code())
                        .orElse(null);
    }
}
