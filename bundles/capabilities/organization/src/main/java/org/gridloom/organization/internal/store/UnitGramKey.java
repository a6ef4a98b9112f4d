package org.gridloom.organization.internal.store;

import java.io.Serializable;
import java.util.Objects;

/** Key of a {@link UnitGramEntity}. */
public class UnitGramKey implements Serializable {

    private static final long serialVersionUID = 1L;

    String gram;
    String unitCode;

    public UnitGramKey() {}

    UnitGramKey(String gram, String unitCode) {
        this.gram = gram;
        this.unitCode = unitCode;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UnitGramKey key
                && Objects.equals(gram, key.gram)
                && Objects.equals(unitCode, key.unitCode);
    }

    @Override
    public int hashCode() {
        return Objects.hash(gram, unitCode);
    }
}
