package org.gridloom.organization.internal.store;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;

/** Key of what is recorded of a unit from a day on. */
public class UnitDateKey implements Serializable {

    private static final long serialVersionUID = 1L;

    String unitCode;
    LocalDate validFrom;

    public UnitDateKey() {}

    UnitDateKey(String unitCode, LocalDate validFrom) {
        this.unitCode = unitCode;
        this.validFrom = validFrom;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UnitDateKey key
                && Objects.equals(unitCode, key.unitCode)
                && Objects.equals(validFrom, key.validFrom);
    }

    @Override
    public int hashCode() {
        return Objects.hash(unitCode, validFrom);
    }
}
