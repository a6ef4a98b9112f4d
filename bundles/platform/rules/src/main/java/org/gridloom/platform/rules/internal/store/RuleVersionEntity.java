package org.gridloom.platform.rules.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gridloom.platform.rule.RuleRow;
import org.gridloom.platform.rule.RuleVersion;
import org.gridloom.platform.rules.internal.domain.InForce;

/** A version of a rule set. */
@Entity
@Table(name = "rules_version")
class RuleVersionEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "rules_version")
    @SequenceGenerator(name = "rules_version", sequenceName = "rules_version_seq", allocationSize = 50)
    @Column(name = "id")
    Long id;

    @Column(name = "rule_set")
    String ruleSet;

    @Column(name = "state")
    String state;

    @Column(name = "valid_from")
    LocalDate validFrom;

    @Column(name = "slot")
    String slot;

    @Column(name = "rows_json")
    String rowsJson;

    @Column(name = "basis_json")
    String basisJson;

    @Column(name = "note")
    String note;

    @Column(name = "version")
    long version;

    void enter(String newState) {
        state = newState;
        boolean holds = newState.equals(InForce.PUBLISHED) || newState.equals(InForce.DEFAULT);
        slot = holds ? ruleSet + " " + newState + " " + validFrom : null;
        version++;
    }

    void set(LocalDate from, List<RuleRow> rows, List<String> basis, String remark) {
        validFrom = from;
        rowsJson = Json.write(rows.stream().map(RuleRow::values).toList());
        basisJson = Json.write(basis);
        note = remark;
    }

    RuleVersion view() {
        List<Map<String, String>> rows = Json.rows(rowsJson);
        return new RuleVersion(
                id,
                ruleSet,
                state,
                validFrom,
                rows.stream().map(RuleRow::new).toList(),
                Json.texts(basisJson),
                note,
                version);
    }
}
