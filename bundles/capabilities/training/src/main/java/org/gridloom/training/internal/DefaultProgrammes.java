package org.gridloom.training.internal;

import java.util.Collection;
import org.gridloom.platform.tx.Tx;
import org.gridloom.training.Programme;
import org.gridloom.training.ProgrammeDraft;
import org.gridloom.training.Programmes;
import org.gridloom.training.internal.store.ProgrammeEntity;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The district's programmes. */
@Component(service = {Programmes.class, DefaultProgrammes.class})
public final class DefaultProgrammes extends DefaultCatalogue<ProgrammeEntity, Programme, ProgrammeDraft>
        implements Programmes {

    @Activate
    public DefaultProgrammes(@Reference Desk desk) {
        super(desk, "programme", ProgrammeEntity.class, ProgrammeEntity::new);
    }

    @Override
    String code(ProgrammeDraft draft) {
        return draft.code();
    }

    @Override
    String unit(ProgrammeDraft draft) {
        return draft.unit();
    }

    @Override
    void set(ProgrammeEntity entity, ProgrammeDraft draft) {
        entity.name = draft.name();
        entity.unit = draft.unit();
        entity.note = draft.note();
        entity.description = draft.description();
        entity.requiredSessions = draft.requiredSessions();
        entity.passScore = draft.passScore();
        entity.certificateMonths = draft.certificateMonths();
    }

    @Override
    Programme view(ProgrammeEntity entity) {
        return new Programme(
                entity.code,
                entity.name,
                entity.unit,
                entity.description,
                entity.requiredSessions,
                entity.passScore == null ? null : Scores.plain(entity.passScore),
                entity.certificateMonths,
                entity.note,
                entity.version);
    }

    @Override
    void check(Tx tx, ProgrammeDraft draft, Collection<ProgrammeDraft> list) {}
}
