package org.gridloom.training.internal;

import java.util.Collection;
import org.gridloom.platform.tx.Tx;
import org.gridloom.training.Trainer;
import org.gridloom.training.TrainerDraft;
import org.gridloom.training.Trainers;
import org.gridloom.training.internal.store.TrainerEntity;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Those who teach. */
@Component(service = {Trainers.class, DefaultTrainers.class})
public final class DefaultTrainers extends DefaultCatalogue<TrainerEntity, Trainer, TrainerDraft> implements Trainers {

    @Activate
    public DefaultTrainers(@Reference Desk desk) {
        super(desk, "trainer", TrainerEntity.class, TrainerEntity::new);
    }

    @Override
    String code(TrainerDraft draft) {
        return draft.code();
    }

    @Override
    String unit(TrainerDraft draft) {
        return draft.unit();
    }

    @Override
    void set(TrainerEntity entity, TrainerDraft draft) {
        entity.name = draft.name();
        entity.unit = draft.unit();
        entity.note = draft.note();
        entity.affiliation = draft.affiliation();
        entity.expertise = draft.expertise();
        entity.person = draft.person();
    }

    @Override
    Trainer view(TrainerEntity entity) {
        return new Trainer(
                entity.code,
                entity.name,
                entity.unit,
                entity.affiliation,
                entity.expertise,
                entity.person,
                entity.note,
                entity.version);
    }

    @Override
    void check(Tx tx, TrainerDraft draft, Collection<TrainerDraft> list) {}
}
