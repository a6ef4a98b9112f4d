package org.gridloom.platform.states.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

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
    Instant since;

    @Column(name = "due_on")
    LocalDate dueOn;

    @Column(name = "due_at")
    Instant dueAt;

    @Column(name = "rules_version")
    Long rulesVersion;

    @Column(name = "rule_key")
    String ruleKey;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "closed_at")
    Instant closedAt;

    @Column(name = "version")
    long version;

    CaseRow row() {
        return new CaseRow(
                id,
                machine,
                subject,
                unit,
                state,
                since,
                dueOn,
                dueAt,
                rulesVersion,
                Json.texts(ruleKey),
                openedAt,
                closedAt,
                version);
    }
}
