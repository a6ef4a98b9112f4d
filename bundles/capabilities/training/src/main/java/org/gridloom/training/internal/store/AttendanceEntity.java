package org.gridloom.training.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.gridloom.training.Attendance;
import org.gridloom.training.AttendanceDraft;

/** Somebody's place in a session. */
@Entity
@Table(name = "training_attendance")
class AttendanceEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "training")
    @Column(name = "id")
    Long id;

    @Column(name = "session_id")
    long session;

    @Column(name = "person")
    String person;

    @Column(name = "post")
    Long post;

    @Column(name = "kind")
    String kind;

    @Column(name = "unit_code")
    String unit;

    @Column(name = "state")
    String state;

    @Column(name = "score")
    BigDecimal score;

    @Column(name = "signed_at")
    String signedAt;

    @Column(name = "note")
    String note;

    @Column(name = "version")
    long version;

    /** What is recorded of whoever was there, or was not. */
    void record(AttendanceDraft draft) {
        state = draft.state();
        score = draft.score();
        signedAt = draft.signedAt();
        note = draft.note();
        version++;
    }

    /** Somebody else has the place. */
    void handTo(String other, long theirPost) {
        person = other;
        post = theirPost;
        version++;
    }

    /** Without the person's name. */
    Attendance attendance(SessionEntity of) {
        return new Attendance(
                id, session, of.number, of.title, of.topic, of.heldOn, person, null, post, kind, unit, state, score,
                signedAt, note, version);
    }
}
