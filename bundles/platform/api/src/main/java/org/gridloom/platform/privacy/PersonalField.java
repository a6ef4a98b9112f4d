package org.gridloom.platform.privacy;

import java.time.Period;
import java.util.Objects;
import org.gridloom.platform.text.Text;

/**
 * A field of personal data that a bundle keeps: through the {@link Vault}, or, where it is needed so, in clear.
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
 * @param keeping how it is kept
 */
public record PersonalField(
        String code,
        Text name,
        PersonalKind kind,
        Text purpose,
        LegalBasis basis,
        Period keptFor,
        boolean sensitive,
        Keeping keeping) {

    public PersonalField {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(basis, "basis");
        Objects.requireNonNull(keptFor, "keptFor");
        Objects.requireNonNull(keeping, "keeping");
    }

    /** Kept encrypted. */
    public PersonalField(
            String code,
            Text name,
            PersonalKind kind,
            Text purpose,
            LegalBasis basis,
            Period keptFor,
            boolean sensitive) {
        this(code, name, kind, purpose, basis, keptFor, sensitive, Keeping.ENCRYPTED);
    }

    /** How a field is kept. */
    public enum Keeping {
        /** Through the vault: masked for everybody, opened for a reason. */
        ENCRYPTED(Text.of("加密", "Encrypted")),
        /** As it is, because work needs it so (a name to search by): shown only to who may read the record. */
        CLEAR(Text.of("明文,限有权人员查看", "In clear, for who may read the record"));

        private final Text label;

        Keeping(Text label) {
            this.label = label;
        }

        public Text label() {
            return label;
        }
    }

    /** Kept in clear; not sensitive, as what is sensitive is never kept so. */
    public static PersonalField inClear(
            String code, Text name, PersonalKind kind, Text purpose, LegalBasis basis, Period keptFor) {
        return new PersonalField(code, name, kind, purpose, basis, keptFor, false, Keeping.CLEAR);
    }
}
