package org.gridloom.training.internal;

import java.util.Collection;
import java.util.Map;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Tx;
import org.gridloom.training.Studio;
import org.gridloom.training.StudioDraft;
import org.gridloom.training.Studios;
import org.gridloom.training.internal.domain.Fields;
import org.gridloom.training.internal.store.CatalogueStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The studios of secretaries and their stations. */
@Component(service = {Studios.class, DefaultStudios.class})
public final class DefaultStudios extends DefaultCatalogue<Studio, StudioDraft> implements Studios {

    private static final String STUDIO = "studio";

    @Activate
    public DefaultStudios(@Reference Desk desk) {
        super(desk, STUDIO, tx -> CatalogueStore.studios(tx.em()));
    }

    @Override
    Map<String, Object> fields(Studio it) {
        return Fields.of(
                "name", it.name(),
                "unit", it.unit(),
                "kind", it.kind(),
                "parent", it.parent(),
                "host", it.host(),
                "note", it.note());
    }

    @Override
    void check(Tx tx, StudioDraft draft, Collection<StudioDraft> list) {
        String parent = draft.parent();
        if (parent == null) {
            return;
        }
        if (draft.kind().equals(STUDIO)) {
            throw Problem.invalid("parent", Text.of("只有工作站才属于工作室", "Only a station belongs to a studio"));
        }
        boolean comesAlong = list.stream()
                .anyMatch(other -> other.code().equals(parent) && other.kind().equals(STUDIO));
        if (!comesAlong
                && store(tx)
                        .find(parent)
                        .filter(other -> other.kind().equals(STUDIO))
                        .isEmpty()) {
            throw Problem.invalid("parent", Text.of("没有这个工作室", "There is no such studio"));
        }
    }
}
