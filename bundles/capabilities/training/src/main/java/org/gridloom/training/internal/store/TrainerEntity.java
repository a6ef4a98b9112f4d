package org.gridloom.training.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.gridloom.training.Trainer;
import org.gridloom.training.TrainerDraft;

/** Somebody who teaches. */
@Entity
@Table(name = "training_trainer")
class TrainerEntity extends CatalogueEntity<Trainer, TrainerDraft> {

    @Column(name = "affiliation")
    String affiliation;

    @Column(name = "expertise")
    String expertise;

    @Column(name = "person")
    String person;

    @Override
    void setOwn(TrainerDraft draft) {
        affiliation = draft.affiliation();
        expertise = draft.expertise();
        person = draft.person();
    }

    @Override
    Trainer view() {
        return new Trainer(code, name, unit, affiliation, expertise, person, note, version);
    }
}
