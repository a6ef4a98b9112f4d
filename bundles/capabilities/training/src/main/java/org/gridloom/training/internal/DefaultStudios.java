package org.gridloom.training.internal;

import java.util.Collection;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Tx;
import org.gridloom.training.Studio;
import org.gridloom.training.StudioDraft;
import org.gridloom.training.Studios;
import org.gridloom.training.internal.store.StudioEntity;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The studios of secretaries and their stations. */
@Component(service = {Studios.class, DefaultStudios.class})
public final class DefaultStudios extends DefaultCatalogue<StudioEntity, Studio, StudioDraft> implements Studios {

    @Activate
    public DefaultStudios(@Reference Desk desk) {
        super(desk, "studio", StudioEntity.class, StudioEntity::new);
    }

    @Override
    String code(StudioDraft draft) {
        return draft.code();
    }

    @Override
    String unit(StudioDraft draft) {
        return draft.unit();
    }

    @Override
    void set(StudioEntity entity, StudioDraft draft) {
        entity.name = draft.name();
        entity.unit = draft.unit();
        entity.note = draft.note();
        entity.kind = draft.kind();
        entity.parent = draft.parent();
        entity.host = draft.host();
    }

    @Override
    Studio view(StudioEntity entity) {
        return new Studio(
                entity.code,
                entity.name,
                entity.kind,
                entity.parent,
                entity.unit,
                entity.host,
                entity.note,
                entity.version);
    }

    @Override
    void check(Tx tx, StudioDraft draft, Collection<StudioDraft> list) {
        boolean station = "station".equals(draft.kind());
        if (!station && draft.parent() != null) {
            throw Problem.invalid("parent", Text.of("只有工作站才属于工作室", "Only a station belongs to a studio"));
        }
        if (draft.parent() != null
                && list.stream().noneMatch(other -> isStudio(other.code(), other.kind(), draft))
                && store(tx)
                        .find(draft.parent())
                        .filter(other -> isStudio(other.code, other.kind, draft))
                        .isEmpty()) {
            throw Problem.invalid("parent", Text.of("没有这个工作室", "There is no such studio"));
        }
    }

    private static boolean isStudio(String code, String kind, StudioDraft station) {
        return code.equals(station.parent()) && "studio".equals(kind);
    }
}
