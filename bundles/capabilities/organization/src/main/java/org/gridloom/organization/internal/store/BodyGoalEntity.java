package org.gridloom.organization.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.gridloom.organization.BodyGoal;
import org.gridloom.organization.BodyGoalDraft;

/** A goal of a coordination body for a year. */
@Entity
@Table(name = "organization_coordination_goal")
class BodyGoalEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "organization_party")
    @Column(name = "id")
    Long id;

    @Column(name = "body")
    String body;

    @Column(name = "goal_year")
    int year;

    @Column(name = "goal")
    String text;

    @Column(name = "version")
    long version;

    void set(BodyGoalDraft draft) {
        year = draft.year();
        text = draft.text().strip();
        version++;
    }

    BodyGoal goal() {
        return new BodyGoal(id, body, year, text, version);
    }
}
