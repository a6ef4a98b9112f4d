package org.gridloom.training.internal;

import java.util.Map;
import org.gridloom.training.Programme;
import org.gridloom.training.ProgrammeDraft;
import org.gridloom.training.Programmes;
import org.gridloom.training.internal.domain.Fields;
import org.gridloom.training.internal.store.CatalogueStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The district's programmes. */
@Component(service = {Programmes.class, DefaultProgrammes.class})
public final class DefaultProgrammes extends DefaultCatalogue<Programme, ProgrammeDraft> implements Programmes {

    @Activate
    public DefaultProgrammes(@Reference Desk desk) {
        super(desk, "programme", tx -> CatalogueStore.programmes(tx.em()));
    }

    @Override
    Map<String, Object> fields(Programme it) {
        return Fields.of(
                "name", it.name(),
                "unit", it.unit(),
                "description", it.description(),
                "requiredSessions", it.requiredSessions(),
                "passScore", it.passScore() == null ? null : it.passScore().toPlainString(),
                "certificateMonths", it.certificateMonths(),
                "note", it.note());
    }
}
