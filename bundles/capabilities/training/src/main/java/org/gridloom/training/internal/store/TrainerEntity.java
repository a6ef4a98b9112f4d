package org.gridloom.training.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Somebody who teaches. */
@Entity
@Table(name = "training_trainer")
public class TrainerEntity extends CatalogueEntity {

    @Column(name = "affiliation")
    public String affiliation;

    @Column(name = "expertise")
    public String expertise;

    @Column(name = "person")
    public String person;

    @Override
    public void become(CatalogueEntity other) {
        super.become(other);
        TrainerEntity its = (TrainerEntity) other;
        affiliation = its.affiliation;
        expertise = its.expertise;
        person = its.person;
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("unit", unit);
        fields.put("affiliation", affiliation);
        fields.put("expertise", expertise);
        fields.put("person", person);
        fields.values().removeIf(Objects::isNull);
        return fields;
    }
}
