package org.gridloom.training.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.Map;

/** What programmes, studios and trainers have in common. */
@MappedSuperclass
public abstract class CatalogueEntity {

    @Id
    @Column(name = "code")
    public String code;

    @Column(name = "name")
    public String name;

    @Column(name = "unit_code")
    public String unit;

    @Column(name = "note")
    public String note;

    @Column(name = "version")
    public long version;

    /**
     * Becomes the other, all but its code, as its next version. What is stored is changed within entities only: changes from
     * elsewhere are not seen.
     */
    public void become(CatalogueEntity other) {
        name = other.name;
        unit = other.unit;
        note = other.note;
        version++;
    }

    /** What audit entries say of it; no names of people. */
    public abstract Map<String, Object> fields();
}
