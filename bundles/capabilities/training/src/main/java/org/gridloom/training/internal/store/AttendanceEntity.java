package org.gridloom.training.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.gridloom.training.Attendance;

/** Somebody's place in a session. */
@Entity
@Table(name = "training_attendance")
public class AttendanceEntity {

    public static final String ENROLLED = "enrolled";
    public static final String ATTENDED = "attended";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "training")
    @Column(name = "id")
    public Long id;

    @Column(name = "session_id")
    public long session;

    @Column(name = "person")
    public String person;

    @Column(name = "post")
    public Long post;

    @Column(name = "kind")
    public String kind;

    @Column(name = "unit_code")
    public String unit;

    @Column(name = "state")
    public String state;

    @Column(name = "score")
    public BigDecimal score;

    @Column(name = "signed_at")
    public String signedAt;

    @Column(name = "note")
    public String note;

    @Column(name = "version")
    public long version;

    /** What is recorded of whoever was there, or was not. */
    public void record(String now, BigDecimal points, String time, String remark) {
        state = now;
        score = points;
        signedAt = time;
        note = remark;
        version++;
    }

    /** Somebody else has the place. */
    public void handTo(String other, long theirPost) {
        person = other;
        post = theirPost;
        version++;
    }

    public Attendance attendance(SessionEntity of, String personName) {
        return new Attendance(
                id,
                session,
                of.number,
                of.title,
                of.topic,
                of.heldOn,
                person,
                personName,
                post,
                kind,
                unit,
                state,
                score,
                signedAt,
                note,
                version);
    }
}
