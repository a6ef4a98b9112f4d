package org.gridloom.training.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A session. */
@Entity
@Table(name = "training_session")
public class SessionEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "training")
    @SequenceGenerator(name = "training", sequenceName = "training_sequence", allocationSize = 50)
    @Column(name = "id")
    public Long id;

    @Column(name = "number")
    public String number;

    @Column(name = "title")
    public String title;

    @Column(name = "topic")
    public String topic;

    @Column(name = "format")
    public String format;

    @Column(name = "unit_code")
    public String unit;

    @Column(name = "held_on")
    public LocalDate heldOn;

    @Column(name = "hours")
    public String hours;

    @Column(name = "place")
    public String place;

    @Column(name = "programme")
    public String programme;

    @Column(name = "studio")
    public String studio;

    @Column(name = "capacity")
    public Integer capacity;

    @Column(name = "state")
    public String state;

    @Column(name = "note")
    public String note;

    @Column(name = "version")
    public long version;

    /** Becomes the other, all but its id, unit and state, as its next version. */
    public void become(SessionEntity other) {
        number = other.number;
        title = other.title;
        topic = other.topic;
        format = other.format;
        heldOn = other.heldOn;
        hours = other.hours;
        place = other.place;
        programme = other.programme;
        studio = other.studio;
        capacity = other.capacity;
        note = other.note;
        version++;
    }

    /** Follows its case into a state. */
    public void enter(String next) {
        state = next;
        version++;
    }

    /** What audit entries and events say of it. */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("number", number);
        fields.put("title", title);
        fields.put("topic", topic);
        fields.put("format", format);
        fields.put("unit", unit);
        fields.put("heldOn", heldOn.toString());
        fields.put("hours", hours);
        fields.put("place", place);
        fields.put("programme", programme);
        fields.put("studio", studio);
        fields.put("capacity", capacity);
        fields.values().removeIf(Objects::isNull);
        return fields;
    }
}
