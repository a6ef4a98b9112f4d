package org.gridloom.training.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A programme. */
@Entity
@Table(name = "training_programme")
public class ProgrammeEntity extends CatalogueEntity {

    @Column(name = "description")
    public String description;

    @Column(name = "required_sessions")
    public int requiredSessions;

    @Column(name = "pass_score")
    public BigDecimal passScore;

    @Column(name = "certificate_months")
    public Integer certificateMonths;

    @Override
    public void become(CatalogueEntity other) {
        super.become(other);
        ProgrammeEntity its = (ProgrammeEntity) other;
        description = its.description;
        requiredSessions = its.requiredSessions;
        passScore = its.passScore;
        certificateMonths = its.certificateMonths;
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("unit", unit);
        fields.put("description", description);
        fields.put("requiredSessions", requiredSessions);
        fields.put(
                "passScore",
                passScore == null ? null : passScore.stripTrailingZeros().toPlainString());
        fields.put("certificateMonths", certificateMonths);
        fields.put("note", note);
        fields.values().removeIf(Objects::isNull);
        return fields;
    }
}
