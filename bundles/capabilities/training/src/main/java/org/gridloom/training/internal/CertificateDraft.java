package org.gridloom.training.internal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.gridloom.training.Certificate;

/**
 * A certificate of before, as a list has it.
 *
 * @param number unique
 * @param programme code of the programme
 * @param person code of the person
 * @param issuedOn its day
 * @param validTo first day on which it is no longer good; null for ever
 */
record CertificateDraft(
        @NotBlank @Size(max = 40) String number,
        @NotBlank @Size(max = 40) String programme,
        @NotBlank @Size(max = 40) String person,
        @NotNull LocalDate issuedOn,
        LocalDate validTo) {

    /** Whether it is good beyond the day. */
    boolean lastsBeyond(LocalDate day) {
        return validTo == null || validTo.isAfter(day);
    }

    /** Whether it is what the certificate says. */
    boolean isSaidBy(Certificate known) {
        return programme.equals(known.programme())
                && person.equals(known.person())
                && issuedOn.equals(known.issuedOn())
                && Objects.equals(validTo, known.validTo());
    }
}
