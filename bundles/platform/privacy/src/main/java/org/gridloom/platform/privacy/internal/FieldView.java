package org.gridloom.platform.privacy.internal;

import org.gridloom.platform.privacy.PersonalField;
import org.gridloom.platform.text.Text;

/**
 * A field of personal data as its reader sees it.
 *
 * @param keptMonths how long after its matter's end, as the module declares or the district decided
 * @param keeping whether it is kept encrypted or in clear
 * @param taken false for a sensitive field that the district has not switched on
 */
public record FieldView(
        String code,
        Text name,
        String kind,
        Text purpose,
        String basis,
        Text basisLabel,
        String keeping,
        Text keepingLabel,
        long keptMonths,
        boolean sensitive,
        boolean taken) {

    static FieldView of(PersonalField field, FieldPolicy policy) {
        return new FieldView(
                field.code(),
                field.name(),
                field.kind().name(),
                field.purpose(),
                field.basis().name(),
                field.basis().label(),
                field.keeping().name(),
                field.keeping().label(),
                policy.keptFor(field).toTotalMonths(),
                field.sensitive(),
                policy.isTaken(field));
    }
}
