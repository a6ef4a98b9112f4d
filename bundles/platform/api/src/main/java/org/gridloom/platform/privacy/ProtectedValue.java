package org.gridloom.platform.privacy;

import java.util.Objects;

/**
 * A value as a capability keeps it.
 *
 * @param subject the person, as audit entries name them: {@code <kind>/<id>}, as in {@code person/RY000123}
 * @param field code of a {@link PersonalField}
 * @param stored what {@link Vault#protect} gave; null where nothing is kept
 */
public record ProtectedValue(String subject, String field, String stored) {

    public ProtectedValue {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(field, "field");
    }
}
