package org.gridloom.platform.states.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import org.gridloom.platform.state.MoveKind;

/** A step that a case took. */
@Entity
@Table(name = "states_move")
class MoveEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "states_move")
    @SequenceGenerator(name = "states_move", sequenceName = "states_move_seq", allocationSize = 50)
    @Column(name = "id")
    Long id;

    @Column(name = "case_id")
    long caseId;

    @Column(name = "number")
    int number;

    @Column(name = "action")
    String action;

    @Column(name = "kind")
    String kind;

    @Column(name = "from_state")
    String from;

    @Column(name = "to_state")
    String to;

    @Column(name = "moved_at")
    OffsetDateTime at;

    @Column(name = "account")
    String account;

    @Column(name = "reason")
    String reason;

    @Column(name = "evidence")
    String evidence;

    @Column(name = "salt")
    String salt;

    @Column(name = "due_at")
    OffsetDateTime dueAt;

    MoveRow row() {
        return new MoveRow(
                caseId,
                number,
                action,
                kind == null ? null : MoveKind.valueOf(kind),
                from,
                to,
                Times.read(at),
                account,
                reason,
                Json.texts(evidence),
                salt,
                Times.read(dueAt));
    }
}
