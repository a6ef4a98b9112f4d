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

/**
 * Entries of days to come follow a unit that is merged or moved; those of before keep the code under which they were written.
 *
 * <p>Events come from the first that ever was, also to a module that comes late. An old one may meet a younger record: so units are
 * looked at as they are today, and an entry whose unit is there stays.
 */
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
    public void on(Tx tx, Event event) {
        if (event.version() != 1) {
            throw new IllegalStateException("Version " + event.version() + " of " + event.name() + " is not known");
        }
        LocalDate date = LocalDate.parse((String) event.payload().get("date"));
        LocalDate asOf = date.isAfter(entries.today()) ? date : entries.today();
        new EntryStore(tx.em()).from(date).forEach(entry -> {
            Set<String> successors = units.successors(entry.unit(), asOf);
            if (units.find(entry.unit(), asOf).isEmpty() && successors.size() == 1) {
                entries.follow(tx, entry, successors.iterator().next());
            }
        });
    }
}
