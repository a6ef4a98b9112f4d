package org.gridloom.organization.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.gridloom.organization.BodyTask;
import org.gridloom.organization.BodyTaskDraft;

/** An entry of a coordination body's task list. */
@Entity
@Table(name = "organization_coordination_task")
class BodyTaskEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "organization_party")
    @Column(name = "id")
    Long id;

    @Column(name = "body")
    String body;

    @Column(name = "goal_id")
    Long goal;

    @Column(name = "title")
    String title;

    @Column(name = "due")
    LocalDate due;

    @Column(name = "responsible")
    String responsible;

    @Column(name = "done_on")
    LocalDate doneOn;

    @Column(name = "evidence")
    String evidence;

    @Column(name = "state")
    String state;

    @Column(name = "version")
    long version;

    void set(BodyTaskDraft draft) {
        goal = draft.goal();
        title = draft.title().strip();
        due = draft.due();
        responsible = draft.responsible();
        version++;
    }

    /** Follows its case. */
    void enter(String newState, LocalDate newDue, LocalDate on, String proof) {
        state = newState;
        due = newDue;
        doneOn = on;
        evidence = proof;
        version++;
    }

    BodyTask task() {
        return new BodyTask(id, body, goal, title, due, responsible, state, doneOn, evidence, null, null, version);
    }
}
