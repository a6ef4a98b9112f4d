package org.gridloom.platform.states.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** A case. */
@Entity
@Table(name = "states_case")
class CaseEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "states_case")
    @SequenceGenerator(name = "states_case", sequenceName = "states_case_seq", allocationSize = 50)
    @Column(name = "id")
    Long id;

    @Column(name = "machine")
    String machine;

    @Column(name = "subject")
    String subject;

    @Column(name = "unit")
    String unit;

    @Column(name = "state")
    String state;

    @Column(name = "since")
    OffsetDateTime since;

    @Column(name = "due_on")
    LocalDate dueOn;

    @Column(name = "due_at")
    OffsetDateTime dueAt;

    @Column(name = "rules_version")
    Long rulesVersion;

    @Column(name = "rule_key")
    String ruleKey;

    @Column(name = "opened_at")
    OffsetDateTime openedAt;

    @Column(name = "closed_at")
    OffsetDateTime closedAt;

    @Column(name = "version")
    long version;

    /** What a step changes. In the entity, as changes from outside would not be noticed. */
    void set(CaseRow row) {
        state = row.state();
        since = Times.stored(row.since());
        dueOn = row.dueOn();
        dueAt = Times.stored(row.dueAt());
        closedAt = Times.stored(row.closedAt());
        version = row.version();
    }

    CaseRow row() {
        return new CaseRow(
                id,
                machine,
                subject,
                unit,
                state,
                Times.read(since),
                dueOn,
                Times.read(dueAt),
                rulesVersion,
                Json.texts(ruleKey),
                Times.read(openedAt),
                Times.read(closedAt),
                version);
    }
}
