package org.gridloom.organization.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** Two characters that stand side by side in a name that a unit bears or bore. */
@Entity
@IdClass(UnitGramKey.class)
@Table(name = "organization_unit_gram")
class UnitGramEntity {

    @Id
    @Column(name = "gram")
    private String gram;

    @Id
    @Column(name = "unit_code")
    private String unitCode;

    /** For the persistence provider. */
    protected UnitGramEntity() {}

    UnitGramEntity(String gram, String unitCode) {
        this.gram = gram;
        this.unitCode = unitCode;
    }
}
