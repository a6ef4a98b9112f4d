package org.gridloom.training.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import org.gridloom.training.CatalogueEntry;
import org.gridloom.training.CatalogueRecord;

/** What programmes, studios and trainers have in common. */
@MappedSuperclass
abstract class CatalogueEntity<R extends CatalogueRecord, D extends CatalogueEntry> {

    @Id
    @Column(name = "code")
    String code;

    @Column(name = "name")
    String name;

    @Column(name = "unit_code")
    String unit;

    @Column(name = "note")
    String note;

    @Column(name = "version")
    long version;

    /** Becomes what the draft says, all but the code, as its next version. */
    final void set(D draft) {
        name = draft.name();
        unit = draft.unit();
        note = draft.note();
        version++;
        setOwn(draft);
    }

    /** What this kind of record has besides. */
    abstract void setOwn(D draft);

    abstract R view();
}
