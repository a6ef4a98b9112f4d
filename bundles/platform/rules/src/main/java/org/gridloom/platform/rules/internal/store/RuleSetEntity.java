package org.gridloom.platform.rules.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A rule set that was declared here. */
@Entity
@Table(name = "rules_set")
class RuleSetEntity {

    @Id
    @Column(name = "code")
    String code;

    @Column(name = "revision")
    String revision;

    /** Never the same again, also after a rollback: what was read meanwhile is not taken for current. */
    void touch() {
        revision = UUID.randomUUID().toString();
    }
}
