package org.gridloom.training.internal;

import static org.gridloom.training.TrainingPermissions.RECORD;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gridloom.platform.event.Event;
import org.gridloom.platform.event.EventSubscriber;
import org.gridloom.platform.tx.Tx;
import org.gridloom.training.internal.store.AttendanceStore;
import org.gridloom.training.internal.store.AttendanceStore.Place;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * When a post changes hands, enrolments in sessions to come go along; who holds no post any more gives theirs back, so that
 * others can have the place.
 */
@Component
public final class PostChanges implements EventSubscriber {

    private static final String HANDED_OVER = "organization.post.handed-over";
    private static final String LEFT = "organization.person.left";

    private final DefaultSessions sessions;
    private final DefaultAttendances attendances;

    @Activate
    public PostChanges(@Reference DefaultSessions sessions, @Reference DefaultAttendances attendances) {
        this.sessions = sessions;
        this.attendances = attendances;
    }

    @Override
    public String name() {
        return "org.gridloom.training.posts";
    }

    @Override
    public Set<String> events() {
        return Set.of(HANDED_OVER, LEFT);
    }

    @Override
    public void on(Tx tx, Event event) {
        if (event.version() != 1) {
            throw new IllegalArgumentException(event.name() + " of version " + event.version() + " is not known");
        }
        Map<String, Object> payload = event.payload();
        LocalDate on = LocalDate.parse((String) payload.get("on"));
        if (event.name().equals(LEFT)) {
            upcoming(tx, (String) payload.get("person"), on)
                    .forEach(place -> attendances.withdraw(
                            tx, sessions.locked(tx, place.session().id, RECORD), place.place(), null));
            return;
        }
        long former = ((Number) payload.get("formerPost")).longValue();
        upcoming(tx, (String) payload.get("fromPerson"), on).stream()
                .filter(place -> Objects.equals(place.place().post, former))
                .forEach(place -> attendances.handOver(
                        tx,
                        place.place().id,
                        (String) payload.get("toPerson"),
                        ((Number) payload.get("post")).longValue()));
    }

    private static List<Place> upcoming(Tx tx, String person, LocalDate on) {
        return new AttendanceStore(tx.em()).upcoming(person, on, SessionStates.upcoming());
    }
}
