package org.gridloom.platform.privacy;

import java.time.Period;
import java.util.Objects;
import org.gridloom.platform.text.Text;

/**
 * A field of personal data that a bundle keeps through the {@link Vault}.
 *
 * @param code {@code <capability>.<noun>.<field>}, as in {@code organization.person.phone}; for good, as values are
 *     bound to it
 * @param name what it is called
 * @param kind how it is checked and masked
 * @param purpose what it is needed for, in a sentence that a resident understands
 * @param basis why it may be kept
 * @param keptFor how long after the matter that it served has ended
 * @param sensitive of the sort that article 28 of the Personal Information Protection Law protects more (illness,
 *     petition, ethnicity …): not taken until the district switches it on, citing a document
 */
public record PersonalField(
        String code, Text name, PersonalKind kind, Text purpose, LegalBasis basis, Period keptFor, boolean sensitive) {

    public PersonalField {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(basis, "basis");
        Objects.requireNonNull(keptFor, "keptFor");
    }
}
