package ${package}.internal;

import ${package}.internal.store.EntryStore;
import java.time.LocalDate;
import java.util.Set;
import org.gridloom.platform.event.Event;
import org.gridloom.platform.event.EventSubscriber;
import org.gridloom.platform.tx.Tx;
import org.gridloom.platform.unit.UnitDirectory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Entries of days to come follow a unit that is merged or moved; those of before keep the code under which they were written. */
@Component
public final class UnitChanges implements EventSubscriber {

    private final UnitDirectory units;
    private final DefaultEntries entries;

    @Activate
    public UnitChanges(@Reference UnitDirectory units, @Reference DefaultEntries entries) {
        this.units = units;
        this.entries = entries;
    }

    @Override
    public String name() {
        return "${artifactId}.unit-changes";
    }

    @Override
    public Set<String> events() {
        return Set.of("organization.unit.merged", "organization.unit.moved");
    }

    @Override
    public Start start() {
        return Start.NOW;
    }

    @Override
    public void on(Tx tx, Event event) {
        if (event.version() != 1) {
            throw new IllegalStateException("Version " + event.version() + " of " + event.name() + " is not known");
        }
        LocalDate date = LocalDate.parse((String) event.payload().get("date"));
        new EntryStore(tx.em()).from(date).forEach(entry -> {
            Set<String> successors = units.successors(entry.unit(), date);
            if (successors.size() == 1 && !successors.contains(entry.unit())) {
                entries.follow(tx, entry, successors.iterator().next());
            }
        });
    }
}
