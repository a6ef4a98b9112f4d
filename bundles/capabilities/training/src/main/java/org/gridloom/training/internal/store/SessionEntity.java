package org.gridloom.training.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gridloom.training.Attendance;
import org.gridloom.training.Session;
import org.gridloom.training.SessionDraft;

/** A session. */
@Entity
@Table(name = "training_session")
class SessionEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "training")
    @SequenceGenerator(name = "training", sequenceName = "training_sequence", allocationSize = 50)
    @Column(name = "id")
    Long id;

    @Column(name = "number")
    String number;

    @Column(name = "title")
    String title;

    @Column(name = "topic")
    String topic;

    @Column(name = "format")
    String format;

    @Column(name = "unit_code")
    String unit;

    @Column(name = "held_on")
    LocalDate heldOn;

    @Column(name = "hours")
    String hours;

    @Column(name = "place")
    String place;

    @Column(name = "programme")
    String programme;

    @Column(name = "studio")
    String studio;

    @Column(name = "capacity")
    Integer capacity;

    @Column(name = "state")
    String state;

    @Column(name = "note")
    String note;

    @Column(name = "version")
    long version;

    /** Becomes what the draft says, all but its unit and state, as its next version. */
    void set(SessionDraft draft) {
        number = draft.number();
        title = draft.title();
        topic = draft.topic();
        format = draft.format();
        heldOn = draft.heldOn();
        hours = draft.hours();
        place = draft.place();
        programme = draft.programme();
        studio = draft.studio();
        capacity = draft.capacity() == SessionDraft.UNLIMITED ? null : draft.capacity();
        note = draft.note();
        version++;
    }

    /** Follows its case into a state. */
    void enter(String next) {
        state = next;
        version++;
    }

    /** @param places how many people there are in each state */
    Session session(List<String> trainers, Map<String, Long> places) {
        return new Session(
                id,
                number,
                title,
                topic,
                format,
                unit,
                heldOn,
                hours,
                place,
                programme,
                studio,
                trainers,
                capacity,
                state,
                places.values().stream().mapToLong(Long::longValue).sum(),
                places.getOrDefault(Attendance.ATTENDED, 0L),
                note,
                null,
                version);
    }
}
