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
    String gram;

    @Id
    @Column(name = "unit_code")
    String unitCode;
}
