package org.gridloom.training.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gridloom.platform.event.Event;
import org.gridloom.platform.event.EventSubscriber;
import org.gridloom.platform.tx.Tx;
import org.gridloom.training.Attendance;
import org.gridloom.training.internal.store.AttendanceStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * When a post changes hands, enrolments in sessions to come go along; who holds no post any more gives theirs back, so that
 * others can have the place. Where training comes late, an old event may tell of somebody who has come back since: they keep theirs.
 */
@Component
public final class PostChanges implements EventSubscriber {

    private static final String HANDED_OVER = "organization.post.handed-over";
    private static final String LEFT = "organization.person.left";

    private final DefaultAttendances attendances;
    private final Attendees attendees;
    private final Desk desk;

    @Activate
    public PostChanges(
            @Reference DefaultAttendances attendances, @Reference Attendees attendees, @Reference Desk desk) {
        this.attendances = attendances;
        this.attendees = attendees;
        this.desk = desk;
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
            String person = (String) payload.get("person");
            if (!holdsPost(person, on.isAfter(desk.today()) ? on : desk.today())) {
                upcoming(tx, person, on).forEach(place -> attendances.giveBack(tx, place));
            }
            return;
        }
        long former = ((Number) payload.get("formerPost")).longValue();
        long next = ((Number) payload.get("post")).longValue();
        upcoming(tx, payload.get("fromPerson"), on).stream()
                .filter(place -> Objects.equals(place.post(), former))
                .forEach(place -> attendances.handOver(tx, place, (String) payload.get("toPerson"), next));
    }

    private boolean holdsPost(String person, LocalDate on) {
        return attendees.origins(List.of(person), on).values().stream().anyMatch(origin -> origin.post() != null);
    }

    private static List<Attendance> upcoming(Tx tx, Object person, LocalDate on) {
        return new AttendanceStore(tx.em()).upcoming((String) person, on, SessionStates.upcoming());
    }
}
