package org.gridloom.training.internal;

import java.util.Map;
import org.gridloom.training.Trainer;
import org.gridloom.training.TrainerDraft;
import org.gridloom.training.Trainers;
import org.gridloom.training.internal.domain.Fields;
import org.gridloom.training.internal.store.CatalogueStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Those who teach. */
@Component(service = {Trainers.class, DefaultTrainers.class})
public final class DefaultTrainers extends DefaultCatalogue<Trainer, TrainerDraft> implements Trainers {

    @Activate
    public DefaultTrainers(@Reference Desk desk) {
        super(desk, "trainer", tx -> CatalogueStore.trainers(tx.em()));
    }

    @Override
    Map<String, Object> fields(Trainer it) {
        return Fields.of(
                "unit", it.unit(),
                "affiliation", it.affiliation(),
                "expertise", it.expertise(),
                "person", it.person());
    }
}
