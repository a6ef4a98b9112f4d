package org.gridloom.training.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A studio or station. */
@Entity
@Table(name = "training_studio")
public class StudioEntity extends CatalogueEntity {

    @Column(name = "kind")
    public String kind;

    @Column(name = "parent")
    public String parent;

    @Column(name = "host")
    public String host;

    @Override
    public void become(CatalogueEntity other) {
        super.become(other);
        StudioEntity its = (StudioEntity) other;
        kind = its.kind;
        parent = its.parent;
        host = its.host;
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("unit", unit);
        fields.put("kind", kind);
        fields.put("parent", parent);
        fields.put("host", host);
        fields.put("note", note);
        fields.values().removeIf(Objects::isNull);
        return fields;
    }
}
