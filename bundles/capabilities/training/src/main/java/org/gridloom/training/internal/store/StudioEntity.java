package org.gridloom.training.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.gridloom.training.Studio;
import org.gridloom.training.StudioDraft;

/** A studio or station. */
@Entity
@Table(name = "training_studio")
class StudioEntity extends CatalogueEntity<Studio, StudioDraft> {

    @Column(name = "kind")
    String kind;

    @Column(name = "parent")
    String parent;

    @Column(name = "host")
    String host;

    @Override
    void setOwn(StudioDraft draft) {
        kind = draft.kind();
        parent = draft.parent();
        host = draft.host();
    }

    @Override
    Studio view() {
        return new Studio(code, name, kind, parent, unit, host, note, version);
    }
}
