package org.gridloom.training.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.gridloom.training.Programme;
import org.gridloom.training.ProgrammeDraft;
import org.gridloom.training.internal.domain.Scores;

/** A programme. */
@Entity
@Table(name = "training_programme")
class ProgrammeEntity extends CatalogueEntity<Programme, ProgrammeDraft> {

    @Column(name = "description")
    String description;

    @Column(name = "required_sessions")
    int requiredSessions;

    @Column(name = "pass_score")
    BigDecimal passScore;

    @Column(name = "certificate_months")
    Integer certificateMonths;

    @Override
    void setOwn(ProgrammeDraft draft) {
        description = draft.description();
        requiredSessions = draft.requiredSessions();
        passScore = draft.passScore();
        certificateMonths = draft.certificateMonths();
    }

    @Override
    Programme view() {
        return new Programme(
                code,
                name,
                unit,
                description,
                requiredSessions,
                Scores.plain(passScore),
                certificateMonths,
                note,
                version);
    }
}
